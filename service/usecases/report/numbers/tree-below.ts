import { groupBy } from "#core/kernel/group-by.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";

type Units = ReadonlyMap<UnitId, Unit>;

/** A unit with everything below it, parents before children. */
export function treeBelow(all: Units, top: Unit): Units {
  const children = childrenIn(all);
  const found = new Map<UnitId, Unit>([[top.id, top]]);
  // The map grows while it is walked: each unit puts its children behind it.
  for (const id of found.keys()) for (const child of children.get(id) ?? []) found.set(child.id, child);
  return found;
}

type Children = ReadonlyMap<UnitId | null, readonly Unit[]>;

function childrenIn(all: Units): Children {
  const found = known.get(all) ?? groupBy(all.values(), ({ parentId }) => parentId);
  known.set(all, found);
  return found;
}

/** Worked out once for a tree: many units are opened out of it. */
const known = new WeakMap<Units, Children>();
