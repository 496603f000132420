import { dayOf } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { PlanEntry } from "#core/people/development/development-plan.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import type { AdmissionDue, AdmissionsDue } from "#core/protocol/records/procedure-lists.ts";
import type { PlanQuery } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import type { ProcedureServices } from "./act-on-people.ts";
import { codeChoices } from "./code-choices.ts";
import { unitName } from "./unit/units-of-procedures.ts";

/** Who stands on a closed list of the year, the unit's own or one from above, and is a candidate still (M9). */
export async function listAdmissionsDue(
  { store, catalogue, procedureRules }: ProcedureServices,
  { organisation, scope, at }: Caller,
  { unit, year }: PlanQuery,
): Promise<Result<AdmissionsDue, AnyRefusal>> {
  const units = subtreeOf(organisation, toId<UnitId>(unit)).filter((id) => scope.records.read.has(id));
  if (units.length === 0) return refuse({ code: "not-found" });
  const today = dayOf(at);
  return await store.read(async (tx) => {
    const people = await tx.people.inUnits({ units, on: today, kinds: ["applicant"], opened: false });
    const candidates = people.filter((person) => reachedStage(person, today) === "candidate");
    const planned = await tx.procedures.plannedIn(
      candidates.map(({ id }) => id),
      year,
    );
    const listed = await listedPeople(tx, planned);
    return ok({
      joinKinds: codeChoices(catalogue, "join-kind"),
      rules: procedureRules.admission,
      people: candidates
        .filter(({ id }) => listed.has(id))
        .map((person): AdmissionDue => {
          const { name = "", birthDate = "", candidateOn = "", trainingOn = "" } = person.facts;
          const keeper = unitName({ organisation }, belongingOn(person, today)?.unitId ?? null);
          return { personId: person.id, name, unitName: keeper, birthDate, candidateOn, trainingOn };
        }),
    });
  });
}

async function listedPeople(tx: StoreReads, entries: readonly PlanEntry[]): Promise<ReadonlySet<string>> {
  const closed = new Set<string>();
  for (const id of new Set(entries.map(({ planId }) => planId))) {
    const plan = await tx.procedures.plan(id);
    if (plan?.listed) closed.add(id);
  }
  return new Set(
    entries.filter(({ planId, check }) => check === "due" && closed.has(planId)).map(({ personId }) => personId),
  );
}
