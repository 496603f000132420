import { ok, type Result } from "#core/kernel/result.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { RecordUnit, RecordUnits } from "#core/protocol/records/records.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";

/** Where the caller reads records, parents before children; as of another day, as the tree stood then (A11, M18). */
export async function listRecordUnits(
  { store }: Pick<Services, "store">,
  { actor, scope, organisation, at }: Caller,
  { on }: { readonly on?: string | undefined },
): Promise<Result<RecordUnits, AnyRefusal>> {
  const { read } = scope.records;
  const isToday = on === undefined || on === dayOf(at);
  const present = topsOf(read, organisation.units).flatMap((top) => subtreeOf(organisation, top));
  const now = present.flatMap((id) => organisation.units.get(id) ?? []);
  const units = isToday ? now : await store.read((tx) => tx.organisation.unitsOn(on as Day));
  const known = new Set(units.filter(({ id }) => read.has(id)).map(({ id }) => id));
  return ok({
    permission: actor.permission,
    units: units.filter(({ id }) => known.has(id)).map((unit) => shown(unit, known)),
  });
}

function shown({ id, parentId, code, name, shortName, kind }: Unit, known: ReadonlySet<string>): RecordUnit {
  return { id, parentId: parentId !== null && known.has(parentId) ? parentId : null, code, name, shortName, kind };
}

function topsOf<Id extends Unit["id"]>(read: ReadonlySet<Id>, units: ReadonlyMap<Unit["id"], Unit>): readonly Id[] {
  return [...read].filter((id) => {
    const parentId = units.get(id)?.parentId ?? null;
    return parentId === null || !(read as ReadonlySet<string>).has(parentId);
  });
}
