import { reportSubject } from "#core/access/decide-report.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import { seen } from "#core/report/submission/decide-submission.ts";
import { reportStateOf } from "#core/report/submission/submission.ts";
import type { Result } from "#core/kernel/result.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { refusalForReport } from "./report-access.ts";
import type { ReportStanding } from "./report-standing.ts";

type Look = Pick<ReportStanding, "state" | "submission">;

/** What a superior is about to look at; undefined: who looks is none, or nothing was handed over. */
async function superiorsLook(
  { store }: Pick<Services, "store">,
  caller: Caller,
  key: ReportKey,
): Promise<Look | undefined> {
  if (!looksAsSuperior(caller, key)) return undefined;
  const [submission = null] = await store.read((tx) => tx.reports.submissions(key));
  return submission ? { state: reportStateOf(submission), submission } : undefined;
}

/** A superior who opens a submitted report has looked at it: from now on it is given back, not taken back (R8). */
export async function markSeen(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { state, submission }: Look,
): Promise<void> {
  if (state !== "submitted" || submission?.seenAt !== null) return;
  const { key, id } = submission;
  if (!looksAsSuperior(caller, key)) return;
  await store.write(async (tx) => {
    const now = await tx.reports.submission(id);
    const looked = now && seen(now, caller.at);
    // Somebody was faster, or it was taken back in between: this time nobody has looked at anything.
    if (!looked || looked === now || !(await tx.reports.updateSubmission(looked))) return;
    const fields = [{ field: "seen", old: null, new: caller.at }];
    tx.record(auditEntry(caller, { action: "view", record: reportRecord(key), fields }));
  });
}

/**
 * Shows a report: what a superior was shown of a submitted one, he has seen (R8). What is handed over while he looks is another
 * submission, which he has not seen: that is asked before.
 */
export async function lookingAt<T, R extends { readonly code: string }>(
  services: Pick<Services, "store">,
  { caller, key }: { readonly caller: Caller; readonly key: ReportKey },
  show: () => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  const look = await superiorsLook(services, caller, key);
  const shown = await show();
  if (shown.ok && look) await markSeen(services, caller, look);
  return shown;
}

/** Whoever reads it in a unit above, with a read-only account as well. */
function looksAsSuperior(caller: Caller, { unitId }: Pick<ReportKey, "unitId">): boolean {
  const { standing } = reportSubject(caller.actor, caller.organisation, unitId);
  return standing === "superior" && !refusalForReport(caller, unitId, "read");
}
