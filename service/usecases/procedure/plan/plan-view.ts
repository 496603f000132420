import { addDays } from "#core/kernel/day-arithmetic.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import {
  comparePlan,
  planStep,
  type DevelopmentPlan,
  type PlanEntry,
} from "#core/people/development/development-plan.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Person } from "#core/people/person/person.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import type {
  NamedPerson,
  PlanComparisonView,
  PlanEntryView,
  PlanQuery,
  PlanView,
} from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { peopleOf } from "../act-on-people.ts";
import { labelOf } from "../label-of.ts";
import { planActsOf } from "./plan-actors.ts";
import { unitName } from "../unit/units-of-procedures.ts";

const LIST_WITHIN_DAYS = 14;

type PlanServices = Pick<Services, "store" | "catalogue">;

/** Plans of a unit and everything below it; the unit's own also while nobody is entered. */
export async function listPlans(
  services: PlanServices,
  caller: Caller,
  { unit, year }: PlanQuery,
): Promise<Result<readonly PlanView[], AnyRefusal>> {
  const { organisation, scope } = caller;
  const own = toId<UnitId>(unit);
  if (!scope.records.read.has(own)) return refuse({ code: "not-found" });
  const units = subtreeOf(organisation, own);
  return await services.store.read(async (tx) => {
    const plans = await tx.procedures.plans({ units, year });
    const all = plans.some(({ unitId }) => unitId === own) ? plans : [newPlan("", own, year), ...plans];
    const views: PlanView[] = [];
    for (const plan of all) views.push(await planView(tx, services, { caller, plan }));
    return ok(views);
  });
}

export function newPlan(id: string, unitId: UnitId, year: number): DevelopmentPlan {
  const nothing = { reported: null, confirmed: null, approved: null, listed: null };
  return { id, unitId, year, ...nothing, paper: { sealedOn: null, receivedOn: null }, revision: 1 };
}

export async function planView(
  tx: StoreReads,
  { catalogue }: Pick<PlanServices, "catalogue">,
  { caller, plan }: { readonly caller: Caller; readonly plan: DevelopmentPlan },
): Promise<PlanView> {
  const entries = await tx.procedures.planEntries([plan.id]);
  const people = await peopleOf(tx, entries);
  const { id, unitId, year, reported, confirmed, approved, paper } = plan;
  return {
    id: id === "" ? null : id,
    ...{ unitId, year, reported, unitName: unitName(caller, unitId), step: planStep(plan) },
    approved: approved?.number ?? null,
    confirmedBy: confirmed?.who ?? null,
    approvedBy: approved?.who ?? null,
    ...paper,
    entries: entries.map((entry) => entryView(entry, people.get(entry.personId), { caller, catalogue })),
    comparison: await comparisonOf(tx, caller, { plan, entries, people }),
    planDue: `${String(year - 1)}-12-10` as Day,
    listDue: approved ? addDays(dayOf(approved.at), LIST_WITHIN_DAYS) : null,
    mine: planActsOf(caller, unitId),
  };
}

interface Compared {
  readonly plan: DevelopmentPlan;
  readonly entries: readonly PlanEntry[];
  readonly people: ReadonlyMap<PersonId, Person>;
}

/** Admissions against number and list, and today's candidates against the plan (M8). */
async function comparisonOf(tx: StoreReads, caller: Caller, compared: Compared): Promise<PlanComparisonView> {
  const { plan, entries, people } = compared;
  const admitted = await admittedIn(tx, caller, plan);
  const candidates = await candidatesOf(tx, caller, plan);
  const ids = candidates.map(({ id }) => id);
  const planned = new Set((await tx.procedures.plannedIn(ids, plan.year)).map(({ personId }) => personId));
  const known = new Map([...admitted, ...people.values()].map((person) => [person.id, person]));
  const { notAdmitted, notListed, ...numbers } = comparePlan(
    plan,
    entries,
    admitted.map(({ id }) => id),
  );
  return {
    ...numbers,
    notAdmitted: notAdmitted.map((id) => named(id, known.get(id))),
    notListed: notListed.map((id) => named(id, known.get(id))),
    candidates: candidates.length,
    notPlanned: candidates.filter(({ id }) => !planned.has(id)).map((person) => named(person.id, person)),
  };
}

function named(personId: PersonId, person: Person | undefined): NamedPerson {
  return { personId, name: person?.facts["name"] ?? "" };
}

async function candidatesOf(tx: StoreReads, caller: Caller, { unitId }: DevelopmentPlan): Promise<readonly Person[]> {
  const today = dayOf(caller.at);
  const units = subtreeOf(caller.organisation, unitId);
  const people = await tx.people.inUnits({ units, on: today, kinds: ["applicant"], opened: false });
  return people.filter((person) => reachedStage(person, today) === "candidate");
}

/** Who joined in the plan's year in the unit or below it. */
async function admittedIn(
  tx: StoreReads,
  caller: Caller,
  { unitId, year }: DevelopmentPlan,
): Promise<readonly Person[]> {
  const last = `${String(year)}-12-31` as Day;
  const today = dayOf(caller.at);
  const on = last < today ? last : today;
  if (on < `${String(year)}-01-01`) return [];
  const units = subtreeOf(caller.organisation, unitId);
  const members = await tx.people.inUnits({ units, on, kinds: ["member"], opened: false });
  return members.filter(({ facts }) => (facts["joinedOn"] ?? "").startsWith(`${String(year)}-`));
}

function entryView(
  { personId, check, reason }: PlanEntry,
  person: Person | undefined,
  { caller, catalogue }: Pick<PlanServices, "catalogue"> & { readonly caller: Caller },
): PlanEntryView {
  const fact = (key: string): string => person?.facts[key] ?? "";
  const [keeper = null] = person ? answeringUnits(person, dayOf(caller.at)) : [];
  return {
    ...{ personId, check, reason, name: fact("name"), cultivators: fact("cultivators") },
    ...{ unitName: unitName(caller, keeper), activistOn: fact("activistOn"), candidateOn: fact("candidateOn") },
    ...{ trainingKind: labelOf(catalogue, "training-kind", fact("trainingKind")), trainingOn: fact("trainingOn") },
    ...{ trainingResult: labelOf(catalogue, "training-result", fact("trainingResult")), joinedOn: fact("joinedOn") },
  };
}
