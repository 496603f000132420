import type { Day } from "#core/kernel/instant.ts";
import type { AccountRecord, AccountTerm } from "#service/ports/records.ts";

/** Active and within its days; a temporary account ends by its date alone (A5). */
export function isAccountActive(account: Pick<AccountRecord, "state" | "term">, day: Day): boolean {
  return account.state === "active" && isTermRunning(account.term, day);
}

export function isTermRunning(term: AccountTerm, day: Day): boolean {
  if (term.kind === "long-term") return true;
  const begun = term.from === null || term.from <= day;
  return begun && (term.to === null || day <= term.to);
}
