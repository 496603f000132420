/**
 * What the record checks say of a unit and everything below it, as of a day (M21). Nothing is stored but explanations: a record
 * that was put right has no finding from that moment on.
 */
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import { checkUnit } from "#core/people/check/check-record.ts";
import type { Person } from "#core/people/person/person.ts";
import { stageOn } from "#core/people/person/stage-on.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { subjectsOf } from "../roster/load-subjects.ts";
import { loadUnitFacts } from "../roster/load-unit-facts.ts";
import type { UnitScope } from "../unit-scope.ts";
import { findingsOfPeople, withExplanations } from "./check-people.ts";
import type { FoundFinding, Unexplained } from "./found-finding.ts";
import { checkedPeople } from "./checked-people.ts";
import type { CheckServices } from "./check-services.ts";
import type { CheckedPerson } from "./findings-cache.ts";
import { supposedPeople, type SupposedRecord } from "./supposed-people.ts";
import { countMembers, unitSurroundings, type MemberCounts } from "./unit-surroundings.ts";

interface Asked {
  readonly caller: Caller;
  readonly scope: UnitScope;
  /** A record as it would be (R12). */
  readonly supposed?: SupposedRecord | undefined;
}

export async function loadFindings(
  tx: StoreReads,
  services: CheckServices,
  asked: Asked,
): Promise<readonly FoundFinding[]> {
  return await findingsAmong(tx, services, { ...asked, people: await peopleOf(tx, services, asked) });
}

/** @param people of the scope, as `peopleOf` gives them at this very moment */
export async function findingsAmong(
  tx: StoreReads,
  services: CheckServices,
  { caller, scope, supposed, people }: Asked & { readonly people: ReadonlyMap<PersonId, CheckedPerson> },
): Promise<readonly FoundFinding[]> {
  // Both before the next wait: what is kept may be renewed meanwhile.
  const ofPeople = [...people.values()].flatMap(({ found }) => found);
  const members = countMembers(people.values());
  const ofUnits = await findingsOfUnits(tx, services, { caller, scope, supposed, members, checked: scope.units });
  return [...ofPeople, ...ofUnits];
}

/** As they stand, or as they would with the record that is supposed. */
export async function peopleOf(
  tx: StoreReads,
  services: CheckServices,
  { scope, supposed }: Omit<Asked, "caller">,
): Promise<ReadonlyMap<PersonId, CheckedPerson>> {
  const people = await checkedPeople(tx, services, scope);
  return supposed?.kind === "person"
    ? await supposedPeople(tx, services, { scope, people, person: supposed.after })
    : people;
}

/** Of one person alone. @param scope whose names are known */
export async function loadPersonFindings(
  tx: StoreReads,
  services: CheckServices,
  { person, scope: { day, units } }: { readonly person: Person; readonly scope: Pick<UnitScope, "day" | "units"> },
): Promise<readonly FoundFinding[]> {
  const subjects = await subjectsOf(tx, services, { people: [person], day, nameOf: (id) => units.get(id)?.name ?? "" });
  return await findingsOfPeople(tx, services, { subjects, day });
}

/** Of the unit at the top of the scope alone. */
export async function loadUnitFindings(
  tx: StoreReads,
  services: CheckServices,
  { caller, scope }: Asked,
): Promise<readonly FoundFinding[]> {
  const { unit, day } = scope;
  const kept = await tx.people.inUnits({ units: [unit.id], on: day, kinds: ["member"], opened: false });
  const members = countMembers(kept.map((person) => ({ unitId: unit.id, stageHere: stageOn(person, day) })));
  return await findingsOfUnits(tx, services, { caller, scope, members, checked: new Map([[unit.id, unit]]) });
}

interface UnitsToCheck extends Asked {
  readonly members: MemberCounts;
  readonly checked: UnitScope["units"];
}

async function findingsOfUnits(
  tx: StoreReads,
  services: CheckServices,
  { caller, scope, supposed, members, checked }: UnitsToCheck,
): Promise<readonly FoundFinding[]> {
  const instead = supposed?.kind === "unit" ? supposed.after : undefined;
  const units = await loadUnitFacts(tx, caller, { ...scope, units: checked, instead });
  const above = scope.unit.parentId === null ? [] : await tx.units.records([scope.unit.parentId]);
  const creditCodes = new Map<UnitId, string>(
    [...above, ...units.map(({ record }) => record)].map(({ id, facts }) => [id, facts["socialCreditCode"] ?? ""]),
  );
  const surroundings = unitSurroundings({ units, members, scope, creditCodes, organisation: caller.organisation });
  const found = units.flatMap(({ unit, facts }): readonly Unexplained[] =>
    checkUnit({ id: unit.id, facts, day: scope.day, about: surroundings(unit.id) }, services.recordChecks).map(
      (finding) => ({ finding, name: unit.name, unitId: unit.id }),
    ),
  );
  return await withExplanations(tx, found);
}
