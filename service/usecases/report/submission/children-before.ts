import type { GateFact } from "#core/report/gate/gate.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { reportingChildren } from "#core/report/submission/reporting-units.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import { isAbove } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { reportOfYear, yearOf } from "../entry/opening/last-year.ts";
import type { OpenedReport } from "../numbers/open-report.ts";

interface Asked {
  readonly caller: Caller;
  readonly opened: OpenedReport;
}

/** Those that hand in their own come before it (R7); what a rehearsal asks for are their reports of the year (R12). */
export async function childrenFact(tx: StoreReads, asked: Asked): Promise<GateFact> {
  const children = childrenOf(asked);
  const ids = children.map(({ id }) => id);
  const { setId, on } = realKey(asked.opened);
  const latest = ids.length === 0 ? [] : await tx.reports.latestSubmissions(ids, { setId, on });
  const done = new Set(latest.filter((one) => isFrozen(reportStateOf(one))).map((one) => one.key.unitId));
  const open = children.filter(({ id }) => !done.has(id));
  return { of: children.length, open: open.map(({ id, name }) => ({ kind: "unit", key: id, label: name })) };
}

/** Nobody takes a child's report back, or has it given back, until the transaction ends. */
export async function holdChildren(tx: StoreWrites, asked: Asked): Promise<void> {
  const key = realKey(asked.opened);
  // Whoever holds several takes them in one order.
  const ids = childrenOf(asked).map(({ id }) => id);
  for (const unitId of ids.toSorted()) await tx.reports.hold({ ...key, unitId });
}

/** Of a unit that was closed since nobody is left to hand anything in; one that another superior has by now hands in to that one. */
function childrenOf({ caller: { organisation }, opened: { key, scope } }: Asked): readonly Unit[] {
  return reportingChildren(scope.units.values(), key.unitId).filter(({ id }) => isAbove(organisation, key.unitId, id));
}

function realKey({ key, rehearsal, compiled }: OpenedReport): ReportKey {
  return rehearsal ? reportOfYear(key, compiled.set, yearOf(key)) : key;
}
