import { LEADING_POSTS } from "#core/organisation/post.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { isAbove } from "#core/organisation/tree.ts";
import type { PlanActKind } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { actingUnitOf } from "#service/usecases/ledger/window/window-access.ts";
import { parentOf, workedUnit } from "../unit/units-of-procedures.ts";

const ACTS = [
  ...(["add", "remove", "report", "confirm", "reopen"] as const),
  ...(["approve", "check", "close-list", "sealed", "received"] as const),
] satisfies readonly PlanActKind[];

const SUPERIORS: readonly PlanActKind[] = ["approve", "received"];

/** The unit's own leader confirms; whoever answers for it from above approves and takes the paper (M7, M8). */
export function whyNotHis(caller: Caller, unitId: UnitId, kind: PlanActKind): AnyRefusal | undefined {
  const isHis =
    kind === "confirm" ? isLeaderOf(caller, unitId) : SUPERIORS.includes(kind) ? isSuperiorOf(caller, unitId) : true;
  return isHis ? undefined : { code: "forbidden", action: kind };
}

/** What the caller may do to a unit's plan by who he is, at whatever step the plan stands. */
export function planActsOf(caller: Caller, unitId: UnitId): readonly PlanActKind[] {
  if (!workedUnit(caller, unitId).ok) return [];
  return ACTS.filter((kind) => whyNotHis(caller, unitId, kind) === undefined);
}

function isLeaderOf({ actor }: Caller, unitId: UnitId): boolean {
  if (actor.kind !== "person") return false;
  return actor.actingFor.unitId === unitId && LEADING_POSTS.includes(actor.actingFor.kind);
}

/** The root has nobody above it. */
function isSuperiorOf(caller: Caller, unitId: UnitId): boolean {
  const acting = actingUnitOf(caller);
  if (acting === null) return false;
  return isAbove(caller.organisation, acting, unitId) || (acting === unitId && parentOf(caller, unitId) === null);
}
