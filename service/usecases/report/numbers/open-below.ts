import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { OpenedReport } from "./open-report.ts";
import { treeBelow } from "./tree-below.ts";

type Units = ReadonlyMap<UnitId, Unit>;

interface Below {
  readonly units: Units;
  readonly counted: Units;
  readonly ids: ReadonlySet<string>;
}

/** By the tree of the unit above, and the unit: a superior looks at the same ones again and again. */
const known = new WeakMap<Units, Map<UnitId, Below>>();

/**
 * The same report of a unit below, out of what was opened for the unit above: who reads that one's records reads these, and form,
 * tree and numbers are known already. A superior looks at many of them at once (R9).
 */
export function openBelow(above: OpenedReport, unit: Unit): OpenedReport {
  const { units, counted, ids } = belowOf(above, unit);
  return {
    ...above,
    key: { ...above.key, unitId: unit.id },
    scope: { ...above.scope, unit, units },
    ...{ counted, units: ids, generated: above.kept.values(ids) },
  };
}

function belowOf({ counted: all, scope }: OpenedReport, unit: Unit): Below {
  const found = known.get(all) ?? new Map<UnitId, Below>();
  known.set(all, found);
  const before = found.get(unit.id);
  if (before) return before;
  const counted = treeBelow(all, unit);
  const below = { units: treeBelow(scope.units, unit), counted, ids: new Set<string>(counted.keys()) };
  found.set(unit.id, below);
  return below;
}
