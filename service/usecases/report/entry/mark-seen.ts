import { reportSubject } from "#core/access/decide-report.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import { seen } from "#core/report/submission/decide-submission.ts";
import { reportRecord } from "#core/report/key/report-key.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { refusalForReport } from "./report-access.ts";
import type { ReportStanding } from "./report-standing.ts";

/** A superior who opens a submitted report has looked at it: from now on it is given back, not taken back (R8). */
export async function markSeen(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { state, submission }: Pick<ReportStanding, "state" | "submission">,
): Promise<void> {
  if (state !== "submitted" || submission?.seenAt !== null) return;
  const { key, id } = submission;
  const { standing } = reportSubject(caller.actor, caller.organisation, key.unitId);
  if (standing !== "superior" || refusalForReport(caller, key.unitId, "judge")) return;
  await store.write(async (tx) => {
    const now = await tx.reports.submission(id);
    const looked = now && seen(now, caller.at);
    // Somebody was faster, or it was taken back in between: this time nobody has looked at anything.
    if (!looked || looked === now || !(await tx.reports.updateSubmission(looked))) return;
    const fields = [{ field: "seen", old: null, new: caller.at }];
    tx.record(auditEntry(caller, { action: "view", record: reportRecord(key), fields }));
  });
}
