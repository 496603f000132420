import { dayOf, type Day } from "#core/kernel/instant.ts";
import { daysLeft, dueDays } from "#core/report/deadline/due-day.ts";
import { periodEnd } from "#core/report/key/period-end.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import type { ReportDeadlineView } from "#core/sheet/report/report-view.ts";
import type { Services } from "#service/usecases/services.ts";
import { yearOf } from "../entry/opening/last-year.ts";
import type { ReportStanding } from "../entry/report-standing.ts";

/** What of a standing its deadlines depend on. */
export interface DueStanding {
  readonly opened: Pick<ReportStanding["opened"], "key" | "scope" | "compiled">;
  readonly yearsLatest: Pick<NonNullable<ReportStanding["yearsLatest"]>, "state" | "submittedAt"> | null;
}

type Asked = Pick<Services, "workingDays"> & { readonly today: Day };

/** By when a report's work is to be done (R1, C1); a rehearsal is never handed over: of it, by when that year's report is, or was. */
export function reportDue(
  { opened, yearsLatest }: DueStanding,
  { workingDays, today }: Asked,
): readonly ReportDeadlineView[] {
  const { set } = opened.compiled;
  const from = periodEnd(set.period, yearOf(opened.key));
  const done = yearsLatest && isFrozen(reportStateOf(yearsLatest)) ? dayOf(yearsLatest.submittedAt) : null;
  return dueDays(set.deadlines, { level: opened.scope.unit.kind, from, workingDays }).map(({ duty, on }) => ({
    ...{ duty, on },
    left: daysLeft(on, { done, today }),
  }));
}

/** By when it is handed over; null: the form does not say. */
export function submitDue(standing: DueStanding, asked: Asked): Omit<ReportDeadlineView, "duty"> | null {
  const due = reportDue(standing, asked).find(({ duty }) => duty === "submit");
  return due ? { on: due.on, left: due.left } : null;
}
