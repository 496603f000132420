import type { UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { isAbove } from "#core/organisation/tree.ts";
import type { Actor } from "./actor.ts";
import type { Decision } from "./decide.ts";
import type { RecordScope } from "./scope.ts";

/**
 * "read": numbers, lists, where it stands. "edit": fill, force, restore, explain. "submit": hand over and take back, for one's own
 * unit alone. "judge": see as superior, return, accept, unlock, exempt.
 */
export type ReportAction = "read" | "edit" | "submit" | "judge";

/** A unit's report, and how the unit that the actor acts for stands to it. */
export interface ReportSubject {
  readonly unitId: UnitId;
  readonly standing: "own" | "superior" | "other";
  /** Nobody in the tree stands above the root: its own office enters what the outside superior decided. */
  readonly isRoot: boolean;
}

export function reportSubject(actor: Actor, organisation: Organisation, unitId: UnitId): ReportSubject {
  const own = actingUnit(actor);
  const isSuperior = own !== null && isAbove(organisation, own, unitId);
  const isRoot = organisation.units.get(unitId)?.parentId === null;
  return { unitId, isRoot, standing: own === unitId ? "own" : isSuperior ? "superior" : "other" };
}

/** A report is as visible as the records it counts (A11): nothing upward, nothing beside. */
export function decideReport(
  { read, work }: RecordScope,
  { subject, action }: { readonly subject: ReportSubject; readonly action: ReportAction },
): Decision {
  if (!read.has(subject.unitId)) return "invisible";
  if (action === "read") return "allowed";
  if (!isConcerned(subject, action)) return "forbidden";
  return work.has(subject.unitId) ? "allowed" : "read-only";
}

function isConcerned({ standing, isRoot }: ReportSubject, action: Exclude<ReportAction, "read">): boolean {
  if (action === "edit") return true;
  if (action === "submit") return standing === "own";
  return standing === "superior" || (isRoot && standing === "own");
}

function actingUnit(actor: Actor): UnitId | null {
  if (actor.kind === "duty") return null;
  return actor.kind === "unit" ? actor.unitId : actor.actingFor.unitId;
}
