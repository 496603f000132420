import type { UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "./organisation.ts";
import type { Unit } from "./unit.ts";

/** Units above, nearest first, without the unit itself; empty for the root and for an unknown unit. */
export function ancestorsOf(organisation: Organisation, unitId: UnitId): readonly UnitId[] {
  const above: UnitId[] = [];
  let parentId = organisation.units.get(unitId)?.parentId ?? null;
  while (parentId !== null) {
    above.push(parentId);
    parentId = organisation.units.get(parentId)?.parentId ?? null;
  }
  return above;
}

/** The unit itself first, then everything below it, parents before children; empty for an unknown unit. */
export function subtreeOf(organisation: Organisation, unitId: UnitId): readonly UnitId[] {
  if (!organisation.units.has(unitId)) return [];
  const found: UnitId[] = [unitId];
  // The list grows while it is walked: each unit appends its children behind it.
  for (const next of found) {
    for (const child of organisation.childrenOf.get(next) ?? []) found.push(child);
  }
  return found;
}

/** Units of the same kind under the same parent (L14.2), without the unit itself. */
export function siblingsOfSameKind(organisation: Organisation, unitId: UnitId): readonly UnitId[] {
  const unit = organisation.units.get(unitId);
  if (!unit || unit.parentId === null) return [];
  const children = organisation.childrenOf.get(unit.parentId) ?? [];
  return children.filter((id) => id !== unitId && organisation.units.get(id)?.kind === unit.kind);
}

/** Levels from `upper` down to `lower`: 0 for the same unit; undefined when `lower` is not in its subtree. */
export function levelsBelow(organisation: Organisation, upper: UnitId, lower: UnitId): number | undefined {
  if (upper === lower) return organisation.units.has(upper) ? 0 : undefined;
  const index = ancestorsOf(organisation, lower).indexOf(upper);
  return index < 0 ? undefined : index + 1;
}

/** At any distance, never the unit itself. */
export function isAbove(organisation: Organisation, upper: UnitId, lower: UnitId): boolean {
  return upper !== lower && levelsBelow(organisation, upper, lower) !== undefined;
}

/** The root has no parent to judge it, and a party group owns no ledger. */
export function ownsLedger(unit: Unit): boolean {
  return unit.parentId !== null && unit.kind !== "party-group";
}
