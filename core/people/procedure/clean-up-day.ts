import { addDays, addMonths, daysBetween } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";

const SOME_FRIDAY = "1970-01-02" as Day;

/** Overdue letters are cleaned up by the last Friday of each month (M14): this month's, or the next one's when it is over. */
export function cleanUpDay(today: Day): Day {
  const first = `${today.slice(0, 7)}-01` as Day;
  const here = lastFridayBefore(addMonths(first, 1));
  return here >= today ? here : lastFridayBefore(addMonths(first, 2));
}

function lastFridayBefore(first: Day): Day {
  const last = addDays(first, -1);
  const sinceFriday = daysBetween(SOME_FRIDAY, last) % 7;
  return addDays(last, -sinceFriday);
}
