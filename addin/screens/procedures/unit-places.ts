import type { UnitKind } from "#core/organisation/unit.ts";
import { STANDS_BELOW } from "#core/people/unit-changes/decide-unit-change.ts";
import type { UnitInTree } from "#core/protocol/records/unit-changes.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";

/** A unit with how far below the top one it stands, each followed by what is below it. */
export interface PlacedUnit extends UnitInTree {
  readonly depth: number;
}

export function placedUnits(units: readonly UnitInTree[]): readonly PlacedUnit[] {
  const known = new Set(units.map(({ id }) => id));
  const topOf = ({ parentId }: UnitInTree): string | null =>
    parentId !== null && known.has(parentId) ? parentId : null;
  const below = (parentId: string | null, depth: number): readonly PlacedUnit[] =>
    units
      .filter((unit) => topOf(unit) === parentId)
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** Where a unit may go: below what its kind stands below, never into its own subtree, and not where it is. */
export function movesOf(units: readonly PlacedUnit[], unit: UnitInTree): readonly UnitChoice[] {
  const own = subtree(units, unit.id);
  return units.filter(({ id, kind }) => !own.has(id) && id !== unit.parentId && STANDS_BELOW[kind].includes(unit.kind));
}

/** Into what it may be merged: another one of its kind outside its own subtree. */
export function mergersOf(units: readonly PlacedUnit[], unit: UnitInTree): readonly UnitChoice[] {
  const own = subtree(units, unit.id);
  return units.filter(({ id, kind }) => !own.has(id) && kind === unit.kind);
}

/** Kinds of units that may be made below one; none too far down (A4). */
export function kindsBelow({ kind, depth }: PlacedUnit): readonly Exclude<UnitKind, "committee">[] {
  return depth < 2 ? STANDS_BELOW[kind].filter((below) => below !== "committee") : [];
}

function subtree(units: readonly PlacedUnit[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  return found;
}
