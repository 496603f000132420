import type { Day } from "#core/kernel/instant.ts";
import type { ReportSet } from "#core/report/definition/report-definition.ts";

const ENDS: Readonly<Record<ReportSet["period"], string>> = { year: "-12-31", "half-year": "-06-30" };

/** Whether a form is filled for real on that day; on every other day it is a rehearsal, of which nothing is submitted (R12). */
export function isPeriodEnd({ period }: Pick<ReportSet, "period">, on: Day): boolean {
  return on.endsWith(ENDS[period]);
}
