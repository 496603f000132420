import type { MakeMemberAccounts } from "#core/protocol/accounts.ts";
import type { MemberRow } from "./parse-member-rows.ts";

export function countRows(rows: readonly MemberRow[]): { readonly good: number; readonly bad: number } {
  const bad = rows.filter(({ problem }) => problem !== null).length;
  return { good: rows.length - bad, bad };
}

/** Rows as the service takes them; only called when none has a problem. */
export function membersOf(rows: readonly MemberRow[]): MakeMemberAccounts["members"] {
  return rows.map(({ name, phone }) => ({ name, phone }));
}

/** An ID number pasted by mistake is not shown in full either (A12). */
export function shownPhone({ phone, problem }: Pick<MemberRow, "phone" | "problem">): string | null {
  if (phone === null || problem !== "looks-like-id-number") return phone;
  return `${phone.slice(0, 3)}***********${phone.slice(-4)}`;
}
