import { handsIn } from "#core/report/submission/reporting-units.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { ReportRights } from "#core/sheet/report/report-view.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refusalForReport } from "./report-access.ts";
import { submitRefusal } from "./stands-in.ts";
import type { ReportStanding } from "./report-standing.ts";

/** What the caller may do with a report as it stands now (R8). */
export async function reportRights(
  tx: Pick<StoreReads, "accounts">,
  caller: Caller,
  { opened, state, submission }: Pick<ReportStanding, "opened" | "state" | "submission">,
): Promise<ReportRights> {
  const may = (action: "edit" | "judge"): boolean => refusalForReport(caller, opened.key.unitId, action) === undefined;
  const frozen = isFrozen(state);
  const maySubmit = handsIn(opened.scope.unit) && !(await submitRefusal(tx, caller, opened.key.unitId));
  return {
    edit: !frozen && may("edit"),
    submit: !frozen && !opened.rehearsal && maySubmit,
    withdraw: state === "submitted" && submission?.seenAt === null && maySubmit,
    judge: may("judge"),
  };
}
