import { ok, type Result } from "#core/kernel/result.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { RollupView } from "#core/protocol/report/reports.ts";
import { cellTitle } from "#core/report/definition/cell-title.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { rollUp, type CellDifference, type RollupPart } from "#core/report/rollup/roll-up.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import { reportingChildren } from "#core/report/submission/reporting-units.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refusalForUnit } from "#service/usecases/record/record-access.ts";
import { markSeen } from "../entry/mark-seen.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { openBelow } from "../numbers/open-below.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";

/** 汇总核对: what the records say of everything below against what the units below hand in (R9, R13). */
export async function rollupReport(
  services: ReportServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<RollupView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  const compared = await services.store.read(async (tx): Promise<Result<Compared, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const children = await childStandings(tx, caller, standing);
    const view = viewOf(standing, children);
    return ok({ view, shown: shownIn(view, standing, children) });
  });
  if (!compared.ok) return compared;
  const { view, shown } = compared.value;
  for (const standing of shown) await markSeen(services, caller, standing);
  return ok(view);
}

interface Compared {
  readonly view: RollupView;
  readonly shown: readonly ReportStanding[];
}

/**
 * Whose handed-over numbers stand there (R8): those of the units below that cause a difference; of the unit itself what it entered,
 * for what is counted of it is told of the records.
 */
function shownIn(
  { differences }: RollupView,
  whole: ReportStanding,
  children: readonly ChildStanding[],
): readonly ReportStanding[] {
  const causing = new Set(differences.flatMap(({ units }) => units.map(({ unitId }) => unitId)));
  const isEntered = differences.some(({ cell }) => whole.cells.get(cell)?.compiled.rule.kind === "manual");
  const below = children.filter(({ unit }) => causing.has(unit.id)).map(({ standing }) => standing);
  return isEntered ? [whole, ...below] : below;
}

function viewOf(standing: ReportStanding, children: readonly ChildStanding[]): RollupView {
  const names = new Map(children.map(({ unit }) => [unit.id as string, unit.name]));
  const named = (unitId: string) => ({ unitId, name: names.get(unitId) ?? "" });
  return {
    units: children.map(({ unit, standing: { state } }) => ({
      ...named(unit.id),
      source: isFrozen(state) ? "submitted" : "draft",
    })),
    differences: differencesOf(standing, children).map(({ units, ...difference }) => ({
      ...difference,
      title: titleOf(standing, difference.cell),
      units: units.map(({ unitId, told, computed }) => ({ ...named(unitId), submitted: told, computed })),
    })),
  };
}

export interface ChildStanding {
  readonly unit: Unit;
  readonly standing: ReportStanding;
}

/**
 * Of the units directly below that hand in their own. The tree is that of the reporting date, rights are of today: a unit that was
 * closed since, or belongs to another superior now, answers as a missing one (A9), and its people count among the unit's own.
 */
export async function childStandings(
  tx: StoreReads,
  caller: Caller,
  { opened }: ReportStanding,
): Promise<readonly ChildStanding[]> {
  const children = reportingChildren(opened.scope.units.values(), opened.key.unitId);
  const found: ChildStanding[] = [];
  for (const unit of children.filter(({ id }) => !refusalForUnit(caller, id, "read")))
    found.push({ unit, standing: await reportStanding(tx, openBelow(opened, unit)) });
  return found;
}

export function differencesOf(
  { opened, entries }: ReportStanding,
  children: readonly ChildStanding[],
): readonly CellDifference[] {
  if (children.length === 0) return [];
  const { compiled, generated, kept, units } = opened;
  const unitId: string = opened.key.unitId;
  const below = new Set(children.flatMap(({ standing }) => [...standing.opened.units]));
  const own = new Set([...units].filter((id) => !below.has(id)));
  const entered = [...entries.values()].flatMap(({ cell, kind, value }) =>
    kind === "manual" && value !== null ? [[cell, Number(value)] as const] : [],
  );
  return rollUp(compiled, {
    computed: generated,
    own: kept.values(own),
    entered: new Map(entered),
    allInParts: [...own].every((id) => id === unitId),
    parts: children.map(partOf),
  });
}

function partOf({ unit, standing: { values, opened, overrides } }: ChildStanding): RollupPart {
  return {
    unitId: unit.id,
    told: values,
    computed: opened.generated,
    forced: new Map(overrides.map(({ cell, generated }) => [cell, generated])),
  };
}

function titleOf({ cells }: ReportStanding, cell: string): string {
  const known = cells.get(cell);
  return known ? cellTitle(known.table, known.compiled.cell) : cell;
}
