import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportOverview, ReportOverviewRow } from "#core/protocol/report/reports.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { isUnexplained } from "#core/report/rollup/roll-up.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { submitDue } from "./report-due.ts";
import { childStandings, differencesOf, type ChildStanding } from "./rollup-report.ts";

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
    const due = { ...services, today: dayOf(caller.at) };
    const children = await childStandings(tx, caller, standing);
    const rows = [rowOf({ standing, children }, due)];
    for (const child of children) {
      const below = await childStandings(tx, caller, child.standing);
      rows.push(rowOf({ standing: child.standing, children: below }, due));
    }
    return ok({ rows });
  });
}

type Due = Pick<Services, "workingDays"> & { readonly today: Day };

interface Overlooked {
  readonly standing: ReportStanding;
  readonly children: readonly ChildStanding[];
}

function rowOf({ standing, children }: Overlooked, due: Due): ReportOverviewRow {
  const { opened, state, submission, findings, overrides, manualEmpty } = standing;
  const { id, code, name } = opened.scope.unit;
  const differences = differencesOf(standing, children).filter(isUnexplained);
  const explains = findings.filter(({ check }) => check.severity === "explain");
  return {
    ...{ unitId: id, unitCode: code, unitName: name, hasBelow: children.length > 0, state },
    rollupDifferences: differences.length,
    submittedAt: submission?.submittedAt ?? null,
    errors: findings.filter(({ check, open }) => check.severity === "error" && open).length,
    explains: explains.length,
    explained: explains.filter(({ open }) => !open).length,
    overrides: overrides.length,
    stale: overrides.filter(({ stale }) => stale).length,
    manualEmpty: manualEmpty.length,
    due: submitDue(standing, due),
  };
}
