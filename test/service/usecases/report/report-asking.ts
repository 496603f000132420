import assert from "node:assert/strict";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { loadCaller } from "#service/usecases/load-caller.ts";
import { openReport, type OpenedReport } from "#service/usecases/report/numbers/open-report.ts";
import type { Services } from "#service/usecases/services.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import type { TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

export function reportOf(unit: string, on: string): ReportKey {
  return { setId: "2017", unitId: toId<UnitId>(unitIdOf(unit)), on: on as Day };
}

export async function callerOf({ services }: TestService, client: HttpClient): Promise<Caller> {
  const signedIn = await loadCaller(services, { token: client.token ?? "", from: "test" });
  return signedIn.ok ? signedIn.value.caller : assert.fail(signedIn.refusal.code);
}

export async function opened(
  tx: StoreReads,
  services: Services,
  { caller, key }: { readonly caller: Caller; readonly key: ReportKey },
): Promise<OpenedReport> {
  const report = await openReport(tx, services, { caller, key });
  return report.ok ? report.value : assert.fail(report.refusal.code);
}
