import type { Day } from "#core/kernel/instant.ts";
import type { ReportSet } from "../definition/report-definition.ts";

const ENDS: Readonly<Record<ReportSet["period"], string>> = { year: "12-31", "half-year": "06-30" };

/** The day that a year's report of a form is made for. */
export function periodEnd(period: ReportSet["period"], year: number): Day {
  return `${String(year).padStart(4, "0")}-${ENDS[period]}` as Day;
}

/** Whether a form is filled for real on that day; on every other day it is a rehearsal, of which nothing is submitted (R12). */
export function isPeriodEnd(period: ReportSet["period"], on: Day): boolean {
  return on === periodEnd(period, Number(on.slice(0, 4)));
}

/** The report somebody most likely wants: until the middle of the year last year's is still worked on, then this year's. */
export function periodEndNear(period: ReportSet["period"], today: Day): Day {
  const year = Number(today.slice(0, 4));
  return periodEnd(period, today.slice(5) < "07-01" ? year - 1 : year);
}
