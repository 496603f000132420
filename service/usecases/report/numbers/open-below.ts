import { groupBy } from "#core/kernel/group-by.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { OpenedReport } from "./open-report.ts";

/**
 * The same report of a unit below, out of what was opened for the unit above: who reads that one's records reads these, and form,
 * tree and numbers are known already. A superior looks at many of them at once (R9).
 */
export function openBelow(above: OpenedReport, unit: Unit): OpenedReport {
  const counted = within(above.counted, unit);
  const units: ReadonlySet<string> = new Set(counted.keys());
  return {
    ...above,
    key: { ...above.key, unitId: unit.id },
    scope: { ...above.scope, unit, units: within(above.scope.units, unit) },
    ...{ counted, units, generated: above.kept.values(units) },
  };
}

/** Parents before children. */
function within(all: ReadonlyMap<UnitId, Unit>, top: Unit): ReadonlyMap<UnitId, Unit> {
  const children = childrenIn(all);
  const found = new Map<UnitId, Unit>([[top.id, top]]);
  // The map grows while it is walked: each unit puts its children behind it.
  for (const id of found.keys()) for (const child of children.get(id) ?? []) found.set(child.id, child);
  return found;
}

type Children = ReadonlyMap<UnitId | null, readonly Unit[]>;

function childrenIn(all: ReadonlyMap<UnitId, Unit>): Children {
  const found = known.get(all) ?? groupBy(all.values(), ({ parentId }) => parentId);
  known.set(all, found);
  return found;
}

/** Worked out once for a tree: many units are opened out of it. */
const known = new WeakMap<ReadonlyMap<UnitId, Unit>, Children>();
