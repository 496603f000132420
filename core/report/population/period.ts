import type { Day } from "#core/kernel/instant.ts";
import { addDays } from "#core/kernel/day-arithmetic.ts";

/** What a report tells of: `until` is the reporting date. Both days belong to it. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** The year, or the half of it, that ends on the reporting date. */
export function periodUntil(until: Day): Period {
  return { from: `${until.slice(0, 4)}-01-01` as Day, until };
}

export function dayBefore(period: Period): Day {
  const known = BEFORE.get(period) ?? addDays(period.from, -1);
  BEFORE.set(period, known);
  return known;
}

/** Everybody's opening row asks for it. */
const BEFORE = new WeakMap<Period, Day>();

/** A date known to its month or year only lies in the period when its first day does. */
export function isWithin(date: string, { from, until }: Period): boolean {
  if (date === "" || date > until) return false;
  return (date.length >= 10 ? date : `${date}-01-01`.slice(0, 10)) >= from;
}
