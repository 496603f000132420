import { parseDay, type Day } from "#core/kernel/instant.ts";
import type { AccountListed } from "#core/protocol/accounts.ts";

export type AccountTerm = AccountListed["term"];
export type TermKind = AccountTerm["kind"];
export type TermProblem = "from" | "to" | "order" | "past";

export const TERM_KINDS: readonly TermKind[] = ["long-term", "short-term", "temporary"];
export const LONG_TERM: AccountTerm = { kind: "long-term", from: null, to: null };

/** Which days a kind has (A5); the others are forgotten. */
export function termOfKind(kind: TermKind, { from, to }: AccountTerm): AccountTerm {
  if (kind === "long-term") return LONG_TERM;
  return { kind, from: kind === "short-term" ? from : null, to };
}

export function termProblem({ kind, from, to }: AccountTerm, today: Day): TermProblem | undefined {
  if (kind === "long-term") return undefined;
  if (kind === "short-term" && parseDay(from ?? "") === undefined) return "from";
  if (to === null || parseDay(to) === undefined) return "to";
  if (from !== null && to < from) return "order";
  return to < today ? "past" : undefined;
}
