import type { Unit } from "#core/organisation/unit.ts";
import type { Caller } from "./caller.ts";

/** The unit whose office the caller is: its account, or who holds a post in it. A plain member is none. */
export function officeOf({ actor, scope, organisation }: Caller): Unit | undefined {
  if (actor.kind === "duty") return undefined;
  const unitId = actor.kind === "unit" ? actor.unitId : actor.actingFor.unitId;
  return scope.records.read.has(unitId) ? organisation.units.get(unitId) : undefined;
}
