import { addDays } from "#core/kernel/day-arithmetic.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import {
  comparePlan,
  planStep,
  type DevelopmentPlan,
  type PlanEntry,
} from "#core/people/development/development-plan.ts";
import type { Person } from "#core/people/person/person.ts";
import type { PlanEntryView, PlanQuery, PlanView } from "#core/protocol/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { peopleOf } from "./act-on-people.ts";
import { unitName } from "./units-of-procedures.ts";

const LIST_WITHIN_DAYS = 14;

/** Plans of a unit and everything below it; the unit's own also while nobody is entered. */
export async function listPlans(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { unit, year }: PlanQuery,
): Promise<Result<readonly PlanView[], AnyRefusal>> {
  const { organisation, scope } = caller;
  const own = toId<UnitId>(unit);
  if (!scope.records.read.has(own)) return refuse({ code: "not-found" });
  const units = subtreeOf(organisation, own);
  return await store.read(async (tx) => {
    const plans = await tx.procedures.plans({ units, year });
    const all = plans.some(({ unitId }) => unitId === own) ? plans : [newPlan("", own, year), ...plans];
    const views: PlanView[] = [];
    for (const plan of all) views.push(await planView(tx, caller, plan));
    return ok(views);
  });
}

export function newPlan(id: string, unitId: UnitId, year: number): DevelopmentPlan {
  const nothing = { reported: null, confirmed: null, approved: null, listed: null };
  return { id, unitId, year, ...nothing, paper: { sealedOn: null, receivedOn: null }, revision: 1 };
}

export async function planView(tx: StoreReads, caller: Caller, plan: DevelopmentPlan): Promise<PlanView> {
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
    entries: entries.map((entry) => entryView(entry, people.get(entry.personId))),
    comparison: comparePlan(plan, entries, await admittedIn(tx, caller, plan)),
    planDue: `${String(year - 1)}-12-10` as Day,
    listDue: approved ? addDays(dayOf(approved.at), LIST_WITHIN_DAYS) : null,
  };
}

/** Who joined in the plan's year in the unit or below it. */
async function admittedIn(tx: StoreReads, caller: Caller, { unitId, year }: DevelopmentPlan): Promise<Person["id"][]> {
  const last = `${String(year)}-12-31` as Day;
  const today = dayOf(caller.at);
  const on = last < today ? last : today;
  if (on < `${String(year)}-01-01`) return [];
  const units = subtreeOf(caller.organisation, unitId);
  const members = await tx.people.inUnits({ units, on, kinds: ["member"], opened: false });
  return members.filter(({ facts }) => (facts["joinedOn"] ?? "").startsWith(`${String(year)}-`)).map(({ id }) => id);
}

function entryView({ personId, check, reason }: PlanEntry, person: Person | undefined): PlanEntryView {
  const fact = (key: string): string => person?.facts[key] ?? "";
  return {
    ...{ personId, check, reason, name: fact("name"), cultivators: fact("cultivators") },
    ...{ activistOn: fact("activistOn"), candidateOn: fact("candidateOn"), trainingKind: fact("trainingKind") },
    ...{ trainingOn: fact("trainingOn"), trainingResult: fact("trainingResult"), joinedOn: fact("joinedOn") },
  };
}
