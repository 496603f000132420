import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { refusalForReport } from "../entry/report-access.ts";
import { openSet } from "../numbers/open-set.ts";
import type { SubmissionServices } from "./submission-services.ts";

export interface PointAnswer {
  readonly key: ReportKey;
  readonly point: string;
  /** "": taken back. */
  readonly text: string;
  /** The one it was written over. */
  readonly revision: number;
}

/** One point of the audit answered (R8), while the unit works on its report. */
export async function answerPoint(
  services: Pick<SubmissionServices, "store" | "reportSets">,
  caller: Caller,
  { key, point, text, revision }: PointAnswer,
): Promise<Result<null, AnyRefusal>> {
  const refusal = refusalForReport(caller, key.unitId, "edit");
  if (refusal) return refuse(refusal);
  const set = await openSet(services.reportSets, key.setId, periodUntil(key.on));
  if (!set.ok) return set;
  if (!set.value.set.points.some(({ code }) => code === point))
    return refuse({ code: "report-point-unknown", given: point });
  return await writeOrRollBack(services.store, async (tx): Promise<Result<null, AnyRefusal>> => {
    await tx.reports.hold(key);
    const state = reportStateOf((await tx.reports.submissions(key))[0]);
    if (isFrozen(state)) return refuse({ code: "report-frozen", state: state === "accepted" ? state : "submitted" });
    const before = (await tx.reports.answers(key)).find((answer) => answer.point === point);
    if ((before?.revision ?? 0) !== revision) return refuse({ code: "changed-meanwhile" });
    const { at, who, account } = caller;
    const answer = { point, text: text.trim(), revision: revision + 1, accountId: account.id, who, at };
    if (!(await tx.reports.saveAnswer(key, answer))) return refuse({ code: "changed-meanwhile" });
    const fields = [{ field: `point.${point}`, old: before?.text ?? null, new: answer.text }];
    tx.record(auditEntry(caller, { action: "report-answer", record: reportRecord(key), fields }));
    return ok(null);
  });
}
