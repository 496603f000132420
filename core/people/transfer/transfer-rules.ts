import { addDays, addMonths } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { isOpen, type Transfer, type TransferScope } from "./transfer.ts";

/** How long letters are valid (M12), as data with the day from which it holds. */
export interface TransferRules {
  readonly from: Day;
  readonly validDays: Readonly<Record<TransferScope, number>>;
  /** Months overdue after which the sender may revoke or endorse. */
  readonly lapsesAfterMonths: number;
  /** Codes of the list "leave-kind" for who went to a committee that is not on this service. */
  readonly leftKinds: { readonly transferred: string; readonly wholeUnit: string };
}

/** Of several editions the one in force on that day. @throws when none is (the data begin too late: a bug). */
export function inForceOn<T extends { readonly from: Day }>(editions: readonly T[], day: Day): T {
  const found = editions.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!found) throw new Error(`no rules are in force on ${day}`);
  return found;
}

/** Last day of validity; null while nothing was issued. */
export function validUntil({ issuedOn, validDays }: Pick<Transfer, "issuedOn" | "validDays">): Day | null {
  return issuedOn === null ? null : addDays(issuedOn, validDays);
}

/** Running out never cancels a letter: it becomes overdue (M12). */
export function isOverdue(transfer: Transfer, day: Day): boolean {
  const until = validUntil(transfer);
  return isOpen(transfer) && until !== null && day > until;
}

/** First day on which the sender may revoke or endorse what never arrived. */
export function lapsesOn(transfer: Transfer, rules: TransferRules): Day | null {
  const until = validUntil(transfer);
  return until === null ? null : addDays(addMonths(until, rules.lapsesAfterMonths), 1);
}
