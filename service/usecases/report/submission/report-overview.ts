import { dayOf } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportOverview, ReportOverviewRow } from "#core/protocol/reports.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { isUnexplained } from "#core/report/rollup/roll-up.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { submitDue } from "./report-due.ts";
import { childStandings, differencesOf } from "./rollup-report.ts";

/** Where a unit and those below it that hand in their own stand (R9). */
export async function reportOverview(
  services: ReportServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<ReportOverview, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<ReportOverview, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const children = await childStandings(tx, services, { caller, standing });
    const due = (of: ReportStanding) => submitDue(of, { ...services, today: dayOf(caller.at) });
    const rows: ReportOverviewRow[] = [
      {
        ...rowOf(standing, differencesOf(standing, children).filter(isUnexplained).length, children.length > 0),
        due: due(standing),
      },
    ];
    for (const child of children)
      rows.push({
        ...(await childRow(tx, services, { caller, standing: child.standing })),
        due: due(child.standing),
      });
    return ok({ rows });
  });
}

async function childRow(
  tx: StoreReads,
  services: ReportServices,
  asked: { readonly caller: Caller; readonly standing: ReportStanding },
): Promise<Omit<ReportOverviewRow, "due">> {
  const below = await childStandings(tx, services, asked);
  return rowOf(asked.standing, differencesOf(asked.standing, below).filter(isUnexplained).length, below.length > 0);
}

function rowOf(standing: ReportStanding, rollupDifferences: number, hasBelow: boolean): Omit<ReportOverviewRow, "due"> {
  const { opened, state, submission, findings, overrides, manualEmpty } = standing;
  const { id, code, name } = opened.scope.unit;
  const explains = findings.filter(({ check }) => check.severity === "explain");
  return {
    ...{ unitId: id, unitCode: code, unitName: name, hasBelow, state, rollupDifferences },
    submittedAt: submission?.submittedAt ?? null,
    errors: findings.filter(({ check, open }) => check.severity === "error" && open).length,
    explains: explains.length,
    explained: explains.filter(({ open }) => !open).length,
    overrides: overrides.length,
    stale: overrides.filter(({ stale }) => stale).length,
    manualEmpty: manualEmpty.length,
  };
}
