import { addToMonth, firstDayOf, monthOf, monthsBetween, type Month } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { parseRational } from "#core/kernel/rational.ts";
import type { DuesRefusal } from "../procedure/procedure-refusal.ts";
import type { DuesRules } from "./propose-dues.ts";

/** monthly: what is due. reduced, exempt: with their approval. voluntary: a large payment beside the dues, of no month. */
export type PaymentKind = "monthly" | "reduced" | "exempt" | "voluntary";

export interface Payment {
  readonly from: Month;
  readonly to: Month;
  /** Yuan per month; of the whole for a voluntary one; "0.00" for an exemption. */
  readonly amount: string;
  readonly kind: PaymentKind;
  readonly approval: string;
}

/** Months settled by one person, any order. `since`: the first month he owes (`duesSince`). */
export interface DuesAccount {
  readonly since: Month | null;
  readonly settled: ReadonlySet<Month>;
}

/** A payment that can be entered: its months are in order and none is settled already. */
export function checkPayment(payment: Payment, settled: ReadonlySet<Month>): Result<readonly Month[], DuesRefusal> {
  const { from, to, amount, kind, approval } = payment;
  if (to < from) return refuse({ code: "months-reversed" });
  if (!isAmountFor(kind, amount)) return refuse({ code: "amount-wrong", given: amount });
  if (kind !== "monthly" && approval.trim() === "") return refuse({ code: "dues-approval-required", kind });
  if (kind === "voluntary") return ok([]);
  const months = monthsFrom(from, to);
  const doubled = months.find((month) => settled.has(month));
  return doubled === undefined ? ok(months) : refuse({ code: "month-settled-already", month: doubled });
}

/** Yuan with two decimals at most; nothing for an exemption, and for nothing else. */
function isAmountFor(kind: PaymentKind, amount: string): boolean {
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(amount)) return false;
  return (kind === "exempt") === (parseRational(amount)?.numerator === 0n);
}

/**
 * The first month that counts as owed (M20): the one after he joined or was restored, but none before dues were kept for
 * him here, in the book of his unit or by his own payments; so who never paid owes all the same. null: neither is known.
 */
export function duesSince(known: {
  readonly joinedOn: string | undefined;
  readonly restoredOn: string | undefined;
  /** First month in the book of his unit. */
  readonly keptFrom: Month | null;
  readonly settled: ReadonlySet<Month>;
}): Month | null {
  const { joinedOn = "", restoredOn = "", keptFrom, settled } = known;
  const member = restoredOn > joinedOn ? restoredOn : joinedOn;
  const afterJoining = member === "" ? null : addToMonth(monthOf(firstDayOf(member)), 1);
  const kept = [...settled, ...(keptFrom === null ? [] : [keptFrom])].toSorted()[0];
  if (kept === undefined || afterJoining === null) return kept ?? afterJoining;
  return kept > afterJoining ? kept : afterJoining;
}

/** The last month of the unbroken run from the first month owed, or what was paid before it; null when nothing was. */
export function paidUntil({ since, settled }: DuesAccount): Month | null {
  const paid = [...settled].toSorted();
  const first = since ?? paid[0];
  if (first === undefined) return null;
  let month = first;
  while (settled.has(month)) month = addToMonth(month, 1);
  return month === first ? (paid.findLast((earlier) => earlier < first) ?? null) : addToMonth(month, -1);
}

/** Consecutive months before this one that are not settled, counted back from the last; 0 when it is not known from when he owes. */
export function unpaidMonths({ since, settled }: DuesAccount, day: Day): number {
  const first = since ?? [...settled].toSorted()[0];
  if (first === undefined) return 0;
  let count = 0;
  let month = addToMonth(monthOf(day), -1);
  while (month >= first && !settled.has(month)) {
    count += 1;
    month = addToMonth(month, -1);
  }
  return count;
}

/** Six months without dues (M20, M21-13). */
export function isLongUnpaid(account: DuesAccount, day: Day, rules: DuesRules): boolean {
  return unpaidMonths(account, day) >= rules.unpaidMonths;
}

function monthsFrom(from: Month, to: Month): readonly Month[] {
  return Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => addToMonth(from, index));
}
