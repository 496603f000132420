import { dayOf } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { GateView } from "#core/protocol/report/reports.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { reportStanding } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { submitDue } from "./report-due.ts";
import { reportGate } from "./report-gate.ts";
import type { SubmissionServices } from "./submission-services.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";

/** The page before handing over: 可上报 or not, and everything that is missing (R7). */
export async function viewGate(
  services: SubmissionServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<GateView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<GateView, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const gate = await reportGate(tx, services, { caller, standing });
    const due = submitDue(standing, { ...services, today: dayOf(caller.at) });
    return ok({ ...gate, due, rehearsal: opened.value.rehearsal });
  });
}
