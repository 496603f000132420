import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { EndedUnit } from "#service/ports/records/unit-records.ts";

/**
 * A report's units, and with them those that ended before the reporting date: who was there is counted where the unit went, or
 * where it last stood. Without them last year, what came and what went would not come to this year (R2, R13).
 * @param ended in any order: one may have gone into another that ended after it
 */
export function withEnded(open: ReadonlyMap<UnitId, Unit>, ended: readonly EndedUnit[]): ReadonlyMap<UnitId, Unit> {
  const within = new Map(open);
  for (let before = -1; before < within.size;) {
    before = within.size;
    for (const { unit, into } of ended) {
      const parentId = into ?? unit.parentId;
      if (parentId !== null && within.has(parentId) && !within.has(unit.id)) within.set(unit.id, { ...unit, parentId });
    }
  }
  return within;
}
