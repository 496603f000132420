import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";

/**
 * Who hands in a report of its own: committees and general branches, whose accounts do the year end. Branches and party groups
 * do not: their people count in the report of the unit above (docs/decisions/0051-who-submits.md).
 */
export function handsIn({ kind }: Pick<Unit, "kind">): boolean {
  return kind === "committee" || kind === "general-branch";
}

/** Those directly below that hand in their own: they come before it, and its sum is over them. */
export function reportingChildren(units: Iterable<Unit>, unitId: UnitId): readonly Unit[] {
  return [...units]
    .filter((unit) => unit.parentId === unitId && handsIn(unit))
    .toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
}
