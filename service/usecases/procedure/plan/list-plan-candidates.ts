import { dayOf } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import type { PlanCandidate } from "#core/protocol/records/procedure-lists.ts";
import type { PlanQuery } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { unitName } from "../unit/units-of-procedures.ts";

/** Who may be entered in the unit's plan of a year and stands in none yet (M7); candidates first. */
export async function listPlanCandidates(
  { store }: Pick<Services, "store">,
  { organisation, scope, at }: Caller,
  { unit, year }: PlanQuery,
): Promise<Result<readonly PlanCandidate[], AnyRefusal>> {
  const units = subtreeOf(organisation, toId<UnitId>(unit)).filter((id) => scope.records.read.has(id));
  if (units.length === 0) return refuse({ code: "not-found" });
  const today = dayOf(at);
  return await store.read(async (tx) => {
    const people = await tx.people.inUnits({ units, on: today, kinds: ["applicant"], opened: false });
    const ids = people.map(({ id }) => id);
    const planned = new Set((await tx.procedures.plannedIn(ids, year)).map(({ personId }) => personId));
    const free = people.flatMap((person): readonly PlanCandidate[] => {
      const stage = reachedStage(person, today);
      if (planned.has(person.id) || (stage !== "activist" && stage !== "candidate")) return [];
      const { name = "", activistOn = "", candidateOn = "", trainingOn = "" } = person.facts;
      const keeper = unitName({ organisation }, belongingOn(person, today)?.unitId ?? null);
      return [{ personId: person.id, name, unitName: keeper, stage, activistOn, candidateOn, trainingOn }];
    });
    return ok(free.toSorted((a, b) => Number(b.stage === "candidate") - Number(a.stage === "candidate")));
  });
}
