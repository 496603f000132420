import { addMonths, firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";

/** Earlier, to the precision both have: a month is not earlier than a day in it. */
export function isEarlier(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** A date some months later, to its own precision; clamped to the month's end (M6). */
export function monthsLater(date: string, months: number): string {
  return addMonths(firstDayOf(date), months).slice(0, date.length);
}

/** The edition in force on a date's day, in any order of editions; the oldest one for what came before all of them. */
export function editionOf<T extends { readonly from: Day }>(editions: readonly T[], date: string): T {
  const day = firstDayOf(date);
  let [found] = editions;
  if (!found) throw new Error("rules need at least one edition");
  for (const edition of editions) {
    const isBetter = found.from > day ? edition.from < found.from : edition.from > found.from;
    if (isBetter && (edition.from <= day || found.from > day)) found = edition;
  }
  return found;
}
