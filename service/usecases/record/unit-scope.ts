import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { refusalForUnit } from "./record-access.ts";

export interface AskedUnit {
  readonly unit: string;
  readonly on?: string | undefined;
}

/** A unit with everything below it, as the tree stood on the day asked for. */
export interface UnitScope {
  readonly day: Day;
  readonly today: Day;
  readonly unit: Unit;
  /** Parents before children. */
  readonly units: ReadonlyMap<UnitId, Unit>;
}

/** How every question about a unit's records begins: foreign units and missing ones answer alike (A9). */
export async function unitScope(
  tx: StoreReads,
  caller: Caller,
  { unit: asked, on }: AskedUnit,
): Promise<Result<UnitScope, AccessRefusal>> {
  const unitId = toId<UnitId>(asked);
  const refusal = refusalForUnit(caller, unitId, "read");
  if (refusal) return refuse(refusal);
  const today = dayOf(caller.at);
  const day = (on ?? today) as Day;
  const all = day === today ? [...caller.organisation.units.values()] : await tx.organisation.unitsOn(day);
  const unit = all.find(({ id }) => id === unitId);
  if (!unit) return refuse({ code: "not-found" });
  return ok({ day, today, unit, units: below(unit, all) });
}

function below(top: Unit, all: readonly Unit[]): ReadonlyMap<UnitId, Unit> {
  const children = groupBy(all, ({ parentId }) => parentId);
  const found = new Map<UnitId, Unit>([[top.id, top]]);
  // The map grows while it is walked: each unit puts its children behind it.
  for (const id of found.keys()) for (const child of children.get(id) ?? []) found.set(child.id, child);
  return found;
}
