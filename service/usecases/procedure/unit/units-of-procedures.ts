import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { ancestorsOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { Addressee } from "#core/people/transfer/act-on-transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Destination } from "#core/protocol/records/transfers.ts";
import type { UnitNotice } from "#service/ports/records/procedures.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";

/** A unit the caller works for; a foreign one answers as a missing one (A9). */
export function workedUnit({ scope, organisation }: Caller, unitId: string): Result<Unit, AnyRefusal> {
  const unit = organisation.units.get(toId<UnitId>(unitId));
  if (!unit || !scope.records.read.has(unit.id)) return refuse({ code: "not-found" });
  return scope.records.work.has(unit.id) ? ok(unit) : refuse({ code: "read-only" });
}

/** The same, and it can keep people: a branch, or a unit without branches below it. */
export function workedBranch(caller: Caller, unitId: string): Result<Unit, AnyRefusal> {
  const unit = workedUnit(caller, unitId);
  if (!unit.ok) return unit;
  return unit.value.kind === "branch" ? unit : refuse({ code: "unit-takes-no-members" });
}

/** Where a letter goes: a unit of this service by its code, or a committee elsewhere by its heading. */
export function addresseeOf({ organisation }: Caller, to: Destination): Result<Addressee, AnyRefusal> {
  if (!("unitCode" in to)) {
    const { heading, finallyTo } = to;
    return ok({ unitId: null, outside: { heading, finallyTo } });
  }
  for (const unit of organisation.units.values())
    if (unit.code === to.unitCode) return ok({ unitId: unit.id, outside: null });
  return refuse({ code: "not-found" });
}

/** Name for people: of the unit's general branch or committee and its own; "" for none. */
export function unitName({ organisation }: Pick<Caller, "organisation">, unitId: UnitId | null): string {
  return unitId === null ? "" : (organisation.units.get(unitId)?.name ?? "");
}

/** The root committee above a unit: it numbers the letters. */
export function committeeOf({ organisation }: Caller, unitId: UnitId): UnitId {
  return ancestorsOf(organisation, unitId).at(-1) ?? unitId;
}

export function parentOf({ organisation }: Caller, unitId: UnitId): UnitId | null {
  return organisation.units.get(unitId)?.parentId ?? null;
}

/** What a unit is told of a caller's act; nothing where there is no unit to tell. */
export function noticesTo(
  { random }: Pick<Services, "random">,
  { at, who }: Caller,
  told: Pick<UnitNotice, "kind" | "record" | "about" | "reason"> & { readonly to: readonly (UnitId | null)[] },
): readonly UnitNotice[] {
  const { to, ...notice } = told;
  return [...new Set(to)].flatMap((unitId) =>
    unitId === null ? [] : [{ ...notice, id: random.id("uno"), unitId, at, who }],
  );
}
