import { refuse, ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openReport } from "../numbers/open-report.ts";
import type { ReportServices } from "../report-services.ts";
import { refusalForReport } from "./report-access.ts";
import { reportStanding, type ReportStanding } from "./report-standing.ts";

/** A report that the caller may change, as it stands; one that was handed over stands still (R8). */
export async function editableStanding(
  tx: StoreReads,
  services: ReportServices,
  { caller, key }: { readonly caller: Caller; readonly key: ReportKey },
): Promise<Result<ReportStanding, AnyRefusal>> {
  const refusal = refusalForReport(caller, key.unitId, "edit");
  if (refusal) return refuse(refusal);
  const opened = await openReport(tx, services, { caller, key });
  if (!opened.ok) return opened;
  const standing = await reportStanding(tx, opened.value);
  const { state } = standing;
  return state === "submitted" || state === "accepted" ? refuse({ code: "report-frozen", state }) : ok(standing);
}
