/**
 * The findings of everybody for whom a unit and those below answer, who left this year included (M21-18, M1b). The first time
 * all are checked; then only those whose records, letters, dues or explanations were changed since.
 */
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { personRequirement } from "#core/people/check/required-fields.ts";
import { probationEnd, type ConversionRules } from "#core/people/conversion/convert.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Person } from "#core/people/person/person.ts";
import { belongsOn, stageOn } from "#core/people/person/stage-on.ts";
import { personRecord } from "#core/people/record-name.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { subjectsOf } from "../roster/load-subjects.ts";
import type { UnitScope } from "../unit-scope.ts";
import { findingsOfPeople, periodOf } from "./check-people.ts";
import type { CheckServices } from "./check-services.ts";
import type { CheckedPerson, KeptFindings } from "./findings-cache.ts";
import { peopleChangedSince, type PeopleChanged } from "./people-changed-since.ts";

/** Units that are loaded together: some thousand people, then others get their turn. */
const UNITS_AT_ONCE = 40;
const PEOPLE_AT_ONCE = 1_000;

export async function checkedPeople(
  tx: StoreReads,
  services: CheckServices,
  scope: UnitScope,
): Promise<ReadonlyMap<PersonId, CheckedPerson>> {
  // Before everything else: what changes from here on is checked again next time.
  const { number: change } = await tx.audit.head();
  const kept = services.findings.kept(scope);
  const changed = kept ? await peopleChangedSince(tx, kept.change, change) : null;
  if (!kept || !changed) {
    const people = await checkedFromScratch(tx, services, scope);
    services.findings.keep(scope, { change, people });
    return people;
  }
  const renewal = await renewed(tx, services, { scope, kept, changed });
  // In place and in one go: who is slower brings back an older state, and the number of changes that belongs to it.
  for (const [id, one] of renewal) {
    if (one) kept.people.set(id, one);
    else kept.people.delete(id);
  }
  services.findings.keep(scope, { change, people: kept.people });
  return kept.people;
}

async function checkedFromScratch(
  tx: StoreReads,
  services: CheckServices,
  scope: UnitScope,
): Promise<Map<PersonId, CheckedPerson>> {
  const checked = new Map<PersonId, CheckedPerson>();
  const { from } = periodOf(scope.day);
  for (const units of chunksOf([...scope.units.keys()], UNITS_AT_ONCE)) {
    const answered = new Set(units);
    const people = await tx.people.everInUnits(units, from);
    const ours = people.filter((person) => isOf(person, answered, scope.day));
    for (const chunk of chunksOf(ours, PEOPLE_AT_ONCE)) {
      for (const [id, one] of await check(tx, services, { scope, people: chunk })) checked.set(id, one);
      await turnOfOthers();
    }
  }
  return checked;
}

interface Renewal {
  readonly scope: UnitScope;
  readonly kept: KeptFindings;
  readonly changed: PeopleChanged;
}

/** Null: no longer of this scope. */
type Renewed = ReadonlyMap<PersonId, CheckedPerson | null>;

async function renewed(tx: StoreReads, services: CheckServices, { scope, kept, changed }: Renewal): Promise<Renewed> {
  const all = new Map<PersonId, CheckedPerson | null>();
  if (changed.people.size === 0) return all;
  const first = await tx.people.byIds([...changed.people]);
  const touched = new Set([
    ...neighbours(kept, changed, { first, day: scope.day }),
    ...(await bookSharers(tx, kept, { changed, first })),
  ]);
  for (const id of changed.people) touched.delete(id);
  const people = touched.size === 0 ? first : [...first, ...(await tx.people.byIds([...touched]))];
  const units = new Set(scope.units.keys());
  for (const { id } of people) all.set(id, null);
  const ours = people.filter((person) => isOf(person, units, scope.day));
  for (const chunk of chunksOf(ours, PEOPLE_AT_ONCE))
    for (const [id, one] of await check(tx, services, { scope, people: chunk })) all.set(id, one);
  return all;
}

/** A unit's first payment opens its book: from then on it is known what the others owe (M20). */
function neighbours(
  { people }: KeptFindings,
  { payers }: PeopleChanged,
  { first, day }: { readonly first: readonly Person[]; readonly day: Day },
): readonly PersonId[] {
  if (payers.size === 0) return [];
  const before = [...payers].flatMap((id) => people.get(id)?.unitId ?? []);
  const now = first.flatMap((person) => (payers.has(person.id) ? answeringUnits(person, day) : []));
  const units = new Set([...before, ...now]);
  return [...people].flatMap(([id, { unitId }]) => (units.has(unitId) ? [id] : []));
}

/** Who holds a book number that one of these held, or holds now: it may have become unique, or be so no more. */
async function bookSharers(
  tx: StoreReads,
  { people }: KeptFindings,
  { changed, first }: { readonly changed: PeopleChanged; readonly first: readonly Person[] },
): Promise<readonly PersonId[]> {
  const numbers = new Set([
    ...[...changed.people].map((id) => people.get(id)?.bookNumber ?? ""),
    ...first.map(({ facts }) => facts["bookNumber"] ?? ""),
  ]);
  numbers.delete("");
  const holders = await tx.people.withBookNumbers([...numbers]);
  return [...holders.values()].flat();
}

/** One unit answers for each, and who was gone before the year began is nobody's finding any more. */
function isOf(person: Person, units: ReadonlySet<UnitId>, day: Day): boolean {
  const [unitId] = answeringUnits(person, day);
  const { from } = periodOf(day);
  const isRecent = person.belongings.some((one) => one.from <= day && (one.until === null || one.until > from));
  return unitId !== undefined && units.has(unitId) && isRecent;
}

interface ToCheck {
  readonly scope: UnitScope;
  readonly people: readonly Person[];
  /** One of them, who is not stored as he is given (R12). */
  readonly supposed?: Person;
}

/** Of these people, those who belong to the scope. */
export async function checkOf(
  tx: StoreReads,
  services: CheckServices,
  { people, ...more }: ToCheck,
): Promise<readonly (readonly [PersonId, CheckedPerson])[]> {
  const units = new Set(more.scope.units.keys());
  const ours = people.filter((person) => isOf(person, units, more.scope.day));
  return await check(tx, services, { ...more, people: ours });
}

async function check(
  tx: StoreReads,
  services: CheckServices,
  { scope, people, supposed }: ToCheck,
): Promise<readonly (readonly [PersonId, CheckedPerson])[]> {
  const { day, units } = scope;
  const subjects = await subjectsOf(tx, services, { people, day, nameOf: (id) => units.get(id)?.name ?? "" });
  const found = groupBy(
    await findingsOfPeople(tx, services, { subjects, day, supposed }),
    ({ finding }) => finding.record,
  );
  const { requirements } = services.recordChecks.tools;
  const conversion = inForceOn(services.procedureRules.conversion, day);
  return subjects.flatMap(({ person, facts }): readonly (readonly [PersonId, CheckedPerson])[] => {
    const [unitId] = answeringUnits(person, day);
    if (unitId === undefined) return [];
    const checked = {
      ...{ unitId, name: facts["name"] ?? "", bookNumber: person.facts["bookNumber"] ?? "" },
      stageHere: belongsOn(person, day).length > 0 ? stageOn(person, day) : null,
      requirement: personRequirement({ person, facts, day }, requirements),
      probationEnds: openProbation(person, day, conversion),
      found: found.get(personRecord(person.id)) ?? [],
    };
    return [[person.id, checked]];
  });
}

/** Also of whoever got his result after the day: then nothing is open any more. */
function openProbation(person: Person, day: Day, rules: ConversionRules): Day | null {
  const isOpen = stageOn(person, day) === "probationary" && (person.facts["convertedOn"] ?? "") === "";
  return isOpen ? probationEnd(person, rules) : null;
}

function* chunksOf<Value>(values: readonly Value[], size: number): Generator<readonly Value[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}

/** A hundred thousand people take seconds: whoever else asks meanwhile is answered in between. */
function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
