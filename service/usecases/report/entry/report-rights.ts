import { handsIn } from "#core/report/submission/reporting-units.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { ReportRights } from "#core/sheet/report/report-view.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refusalForReport } from "./report-access.ts";
import type { ReportStanding } from "./report-standing.ts";

/** What the caller may do with a report as it stands now (R8). */
export function reportRights(
  caller: Caller,
  { opened, state, submission }: Pick<ReportStanding, "opened" | "state" | "submission">,
): ReportRights {
  const may = (action: "edit" | "submit" | "judge"): boolean =>
    refusalForReport(caller, opened.key.unitId, action) === undefined;
  const frozen = isFrozen(state);
  return {
    edit: !frozen && may("edit"),
    submit: !frozen && !opened.rehearsal && handsIn(opened.scope.unit) && may("submit"),
    withdraw: state === "submitted" && submission?.seenAt === null && may("submit"),
    judge: may("judge"),
  };
}
