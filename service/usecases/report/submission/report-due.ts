import { dayOf, type Day } from "#core/kernel/instant.ts";
import { daysLeft, dueDays } from "#core/report/deadline/due-day.ts";
import { periodEnd } from "#core/report/key/period-end.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { ReportDeadlineView } from "#core/sheet/report/report-view.ts";
import type { Services } from "#service/usecases/services.ts";
import { yearOf } from "../entry/last-year.ts";
import type { ReportStanding } from "../entry/report-standing.ts";

/** What of a standing its deadlines depend on. */
export interface DueStanding extends Pick<ReportStanding, "state"> {
  readonly opened: Pick<ReportStanding["opened"], "key" | "scope" | "compiled">;
  readonly submission: Pick<NonNullable<ReportStanding["submission"]>, "submittedAt"> | null;
}

type Asked = Pick<Services, "workingDays"> & { readonly today: Day };

/** By when a report's work is to be done (R1, C1); of a rehearsal, by when that year's report is. */
export function reportDue(
  { opened, state, submission }: DueStanding,
  { workingDays, today }: Asked,
): readonly ReportDeadlineView[] {
  const { set } = opened.compiled;
  const from = periodEnd(set.period, yearOf(opened.key));
  const done = isFrozen(state) && submission ? dayOf(submission.submittedAt) : null;
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
