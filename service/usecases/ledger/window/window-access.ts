import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { Caller } from "#service/usecases/caller.ts";

/**
 * Stages are set for everything below a unit by whoever supervises there (L15): from the unit that he acts for, or one below
 * that he administers. A unit that he cannot see at all answers as a missing one. @returns undefined when he may.
 */
export function setterRefusal(caller: Caller, unitId: UnitId): AccessRefusal | undefined {
  if (!isVisible(caller, unitId)) return { code: "not-found" };
  if (!maySet(caller, unitId)) return { code: "forbidden", action: "set-window" };
  return caller.actor.permission === "read-only" ? { code: "read-only" } : undefined;
}

/** For one unit's ledgers of a level: whoever supervises that ledger (members' by their branch). */
export function extenderRefusal(caller: Caller, unitId: UnitId, level: LedgerLevel): AccessRefusal | undefined {
  if (!isVisible(caller, unitId)) return { code: "not-found" };
  const { scope, actor } = caller;
  const supervises = level === "member" ? scope.memberLedgers.supervised.has(unitId) : scope.administers.has(unitId);
  if (!supervises) return { code: "forbidden", action: "set-window" };
  return actor.permission === "read-only" ? { code: "read-only" } : undefined;
}

export function isVisible({ scope, organisation, actor }: Caller, unitId: UnitId): boolean {
  if (!organisation.units.has(unitId)) return false;
  if (actingUnitOf({ actor }) === unitId || scope.organisationDepartment) return true;
  return scope.administers.has(unitId) || scope.unitLedgers.read.has(unitId) || scope.memberLedgers.read.has(unitId);
}

/** The unit whose part of the tree a superior decides on: his own. */
function maySet({ scope, actor, organisation }: Caller, unitId: UnitId): boolean {
  if (scope.administers.has(unitId)) return true;
  const ownUnit = actingUnitOf({ actor });
  if (ownUnit !== unitId) return false;
  const children = organisation.childrenOf.get(unitId) ?? [];
  return scope.memberLedgers.supervised.has(unitId) || children.some((child) => scope.administers.has(child));
}

export function actingUnitOf({ actor }: Pick<Caller, "actor">): UnitId | null {
  if (actor.kind === "duty") return null;
  return actor.kind === "unit" ? actor.unitId : actor.actingFor.unitId;
}
