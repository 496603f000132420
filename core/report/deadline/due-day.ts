import { addDays, daysBetween } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import { addWorkingDays, type WorkingDays } from "../submission/working-days.ts";
import type { Deadline, DueDay, ReportDuty } from "./deadline.ts";

export interface DueAsked {
  readonly duty: ReportDuty;
  readonly level: UnitKind;
  /** The reporting date; of printing the day of the acceptance. */
  readonly from: Day;
  readonly workingDays: WorkingDays;
}

/** The last day for a duty; null: the form names none. */
export function dueDay(deadlines: readonly Deadline[], { duty, level, from, workingDays }: DueAsked): Day | null {
  const named = deadlines.filter((each) => each.duty === duty);
  const deadline = named.find((each) => each.level === level) ?? named.find((each) => each.level === null);
  if (!deadline) return null;
  const { due } = deadline;
  if (due.kind === "date") {
    const year = Number(from.slice(0, 4)) + due.yearsAfter;
    return `${String(year).padStart(4, "0")}-${due.monthDay}` as Day;
  }
  return due.working ? addWorkingDays(from, due.count, workingDays) : addDays(from, due.count);
}

/** What is due before a report is handed over, in the order of the days. */
const BEFORE_PRINT = ["clean-up", "check", "submit"] as const;

export function dueDays(deadlines: readonly Deadline[], asked: Omit<DueAsked, "duty">): readonly DueDay[] {
  return BEFORE_PRINT.flatMap((duty) => {
    const on = dueDay(deadlines, { ...asked, duty });
    return on === null ? [] : [{ duty, on }];
  }).toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Days that are left to a deadline: of what was done, on the day it was done. Negative: so many days late. */
export function daysLeft(on: Day, { done, today }: { readonly done: Day | null; readonly today: Day }): number {
  return daysBetween(done ?? today, on);
}
