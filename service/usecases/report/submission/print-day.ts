import type { Day } from "#core/kernel/instant.ts";
import type { Deadline } from "#core/report/deadline/deadline.ts";
import { dueDay, type DueAsked } from "#core/report/deadline/due-day.ts";
import { addWorkingDays } from "#core/report/submission/working-days.ts";

/** Print, signature and seal follow the acceptance within so many working days (R8), where the form says nothing else (R1). */
const PRINT_WITHIN = 3;

/** The last day for print, signature and seal of a report that was accepted on `from`. */
export function printDay(deadlines: readonly Deadline[], asked: Omit<DueAsked, "duty">): Day {
  const { from, workingDays } = asked;
  return dueDay(deadlines, { ...asked, duty: "print" }) ?? addWorkingDays(from, PRINT_WITHIN, workingDays);
}
