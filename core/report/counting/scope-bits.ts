import { noBits, type BitSet } from "../population/columns/bit-set.ts";
import type { Population } from "../population/population.ts";

/**
 * Records that count for a unit and everything below it: kept in one of its units, and come from or gone to a unit outside of
 * them, where they moved at all (R13: a transfer between two children is none for the parent).
 * @param units ids of the unit and everything below it
 */
export function scopeBits(population: Population, units: ReadonlySet<string>): BitSet {
  const inside = flags(population.units.values, units);
  const fromInside = flags(population.others.values, units);
  const { codes } = population.units;
  const { codes: others } = population.others;
  const bits = noBits(population.capacity);
  for (let row = 0; row < population.size; row += 1) {
    const counts = (inside[codes[row] ?? 0] ?? 0) & ~(fromInside[others[row] ?? 0] ?? 0);
    bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (counts << (row & 31));
  }
  return bits;
}

/** The same of one row. */
export function isInScope(population: Population, row: number, units: ReadonlySet<string>): boolean {
  const { unitId, otherUnitId } = population.placeAt(row);
  return units.has(unitId) && !(otherUnitId !== null && units.has(otherUnitId));
}

function flags(values: readonly string[], units: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(values, (id) => (id !== "" && units.has(id) ? 1 : 0));
}
