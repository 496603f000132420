import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { EarlierUnit, UnitCard, UnitInTree } from "#core/protocol/records/unit-changes.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord, UnitVersion } from "#service/ports/records/unit-records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { unitScope } from "#service/usecases/record/unit-scope.ts";
import type { Services } from "#service/usecases/services.ts";
import { contentsOf } from "./unit-contents.ts";

/** A unit and everything below it, with what changes of units go by (M17, M18). */
export async function listUnitTree(
  { store }: Pick<Services, "store">,
  caller: Caller,
  asked: { readonly unit: string },
): Promise<Result<readonly UnitInTree[], AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<readonly UnitInTree[], AnyRefusal>> => {
    const scope = await unitScope(tx, caller, asked);
    if (!scope.ok) return scope;
    return ok(await inTree(tx, caller, { units: [...scope.value.units.values()], day: scope.value.day }));
  });
}

/** What hangs on a unit before it is changed, and what it was before (M18). */
export async function viewUnit(
  { store }: Pick<Services, "store">,
  caller: Caller,
  id: string,
): Promise<Result<UnitCard, AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<UnitCard, AnyRefusal>> => {
    const scope = await unitScope(tx, caller, { unit: id });
    if (!scope.ok) return scope;
    const [unit] = await inTree(tx, caller, { units: [scope.value.unit], day: scope.value.day });
    if (!unit) return refuse({ code: "not-found" });
    const unitId = toId<UnitId>(id);
    const versions = await tx.units.versions([unitId]);
    const all = new Map((await tx.units.all()).map((one) => [one.id, one]));
    const earlier = versions.toReversed().map((version) => earlierOf(version, all));
    return ok({ unit, contents: await contentsOf(tx, caller, unitId), earlier });
  });
}

async function inTree(
  tx: StoreReads,
  { scope }: Caller,
  { units, day }: { readonly units: readonly Unit[]; readonly day: Day },
): Promise<readonly UnitInTree[]> {
  const ids = units.map(({ id }) => id);
  const records = new Map((await tx.units.records(ids)).map((record) => [record.id, record]));
  const members = await tx.people.memberCounts(ids, day);
  return units.map((unit) => {
    const shown = shownUnit(unit, records.get(unit.id));
    const above = unit.parentId !== null && scope.records.read.has(unit.parentId) ? unit.parentId : null;
    return { ...shown, parentId: above, members: members.get(unit.id) ?? 0, mayChange: scope.administers.has(unit.id) };
  });
}

function shownUnit({ id, code, name, shortName, kind }: Unit, record: UnitRecord | undefined) {
  const foundedOn = record?.facts["foundedOn"] ?? "";
  return {
    ...{ id, code, name, shortName, kind },
    ...{ foundedOn: foundedOn === "" ? null : foundedOn, since: record?.since ?? null },
  };
}

/** The unit above under the name it has now, or had last. */
function earlierOf({ unit, from, until }: UnitVersion, all: ReadonlyMap<UnitId, Unit>): EarlierUnit {
  const parentName = unit.parentId === null ? "" : (all.get(unit.parentId)?.name ?? "");
  return { name: unit.name, parentName, from, until };
}
