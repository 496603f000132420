import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refusalForUnit } from "#service/usecases/record/record-access.ts";

/**
 * A report is as visible as the records it counts (A11). What a unit handed in does not go with the unit (R8): of one that has
 * ended, whoever reads the unit it went into, or the one it last stood below, reads its reports on.
 * @returns undefined when the caller may
 */
export async function refusalToRead(
  tx: StoreReads,
  caller: Caller,
  unitId: UnitId,
): Promise<AccessRefusal | undefined> {
  const refusal = refusalForUnit(caller, unitId, "read");
  if (!refusal || caller.organisation.units.has(unitId)) return refusal;
  const keeper = await keeperOf(tx, unitId, caller);
  return keeper ? refusalForUnit(caller, keeper, "read") : refusal;
}

/** undefined: there never was such a unit. */
async function keeperOf(tx: StoreReads, unitId: UnitId, { at }: Caller): Promise<UnitId | undefined> {
  const ended = new Map((await tx.units.ended(dayOf(at))).map((one) => [one.unit.id, one]));
  let keeper: UnitId | undefined;
  for (let one = ended.get(unitId); one; one = keeper && ended.get(keeper)) {
    // Each is passed once, whatever the records say: nobody goes in a ring.
    ended.delete(one.unit.id);
    keeper = one.into ?? one.unit.parentId ?? undefined;
  }
  return keeper;
}
