import { shownTime } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { showField } from "#core/people/field/show-field.ts";
import { planStep, type DevelopmentPlan } from "#core/people/development/development-plan.ts";
import { CANDIDATE_LIST_COLUMNS, candidateListName } from "#core/people/development/plan-columns.ts";
import type { Person } from "#core/people/person/person.ts";
import type { PlanListAsked } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { candidateListBook } from "#core/sheet/plan/candidate-list-book.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, markedBook } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import { peopleOf } from "../act-on-people.ts";
import { unitName, workedUnit } from "../unit/units-of-procedures.ts";

type ListServices = Pick<Services, "store" | "workbooks" | "catalogue" | "digest" | "limits">;

/** This year's list as a workbook, once it is closed (M8); logged like every export (A13). */
export async function exportPlanList(
  services: ListServices,
  caller: Caller,
  { unitId, year, reason }: PlanListAsked,
): Promise<Result<OutputFile, AnyRefusal>> {
  const unit = workedUnit(caller, unitId);
  if (!unit.ok) return unit;
  const found = await services.store.read(async (tx) => {
    const [plan] = await tx.procedures.plans({ units: [unit.value.id], year });
    return plan && { plan, people: await listedPeople(tx, plan), service: await tx.organisation.serviceId() };
  });
  if (!found) return refuse({ code: "plan-step-wrong", step: "entering" });
  if (!found.plan.listed) return refuse({ code: "plan-step-wrong", step: planStep(found.plan) });
  const name = unitName(caller, unit.value.id);
  const issuedTo = maskPhone(caller.account.name);
  const issue = { subject: `plan:${found.plan.id}`, definition: "1", change: 0, issuedAt: shownTime(caller.at) };
  const list = {
    ...{ unitName: name, year, issue: { ...issue, issuedTo, service: found.service } },
    rows: found.people.map((person) => shownRow(services, person)),
  };
  const content = await services.workbooks.render(markedBook(candidateListBook(list), services.limits));
  const facts = { record: `plan:${found.plan.id}`, format: "xlsx", filter: `plan ${String(year)}`, reason };
  const logged = { ...facts, records: found.people.length, sha256: services.digest(content) };
  await services.store.write(async (tx) => tx.record(exportEntry(caller, logged)));
  const fileName = `${candidateListName(name, year).replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}.xlsx`;
  return ok({ fileName, mediaType: MEDIA_TYPES.xlsx, content });
}

async function listedPeople(tx: StoreReads, { id }: DevelopmentPlan): Promise<readonly Person[]> {
  const due = (await tx.procedures.planEntries([id])).filter(({ check }) => check === "due");
  const people = await peopleOf(tx, due);
  return due.flatMap(({ personId }) => people.get(personId) ?? []);
}

function shownRow({ catalogue }: ListServices, person: Person): Readonly<Record<string, string>> {
  const { facts } = person;
  return Object.fromEntries(
    CANDIDATE_LIST_COLUMNS.map(([key]) => {
      const value = facts[key] ?? "";
      // 出生年月: year and month alone.
      if (key === "birthDate") return [key, value.slice(0, 7)];
      const field = catalogue.byKey("person", key)?.definition;
      return [key, field && value !== "" ? showField(field, value, { catalogue, language: "zh-CN" }) : value];
    }),
  );
}
