/**
 * Runs the record checks over a unit and everything below it, as of a day (M21). Nothing is stored but explanations: a record
 * that was put right has no finding from that moment on.
 */
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { CheckContext } from "#core/people/check/check-context.ts";
import { checkPerson, checkUnit } from "#core/people/check/check-record.ts";
import { valueKey } from "#core/people/check/explanation.ts";
import type { Finding } from "#core/people/check/record-check.ts";
import { duesSince, unpaidMonths } from "#core/people/dues/dues-paid.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { isOverdue, validUntil } from "#core/people/transfer/transfer-rules.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { loadSubjects, type RecordSubject } from "../roster/load-subjects.ts";
import { loadUnitFacts } from "../roster/load-unit-facts.ts";
import type { UnitScope } from "../unit-scope.ts";
import type { CheckServices } from "./check-services.ts";
import { unitSurroundings } from "./unit-surroundings.ts";

/** A finding with whose it is and, where the unit gave one for these very values, its explanation. */
export interface FoundFinding {
  readonly finding: Finding;
  readonly name: string;
  readonly unitId: UnitId;
  readonly explanation: string | null;
}

type Unexplained = Omit<FoundFinding, "explanation">;

export async function loadFindings(
  tx: StoreReads,
  services: CheckServices,
  { caller, scope }: { readonly caller: Caller; readonly scope: UnitScope },
): Promise<readonly FoundFinding[]> {
  const subjects = await loadSubjects(tx, services, { scope, kinds: ["member", "applicant"] });
  const ofPeople = await findingsOfPeople(tx, services, { subjects, day: scope.day });
  const units = await loadUnitFacts(tx, caller, scope);
  const surroundings = unitSurroundings({ units, subjects, scope, organisation: caller.organisation });
  const ofUnits = units.flatMap(({ unit, facts }): readonly Unexplained[] =>
    checkUnit({ id: unit.id, facts, day: scope.day, about: surroundings(unit.id) }, services.recordChecks).map(
      (finding) => ({ finding, name: unit.name, unitId: unit.id }),
    ),
  );
  return [...ofPeople, ...(await withExplanations(tx, ofUnits))];
}

/** For people who were loaded already; who belongs to no unit that day has no findings. */
export async function findingsOfPeople(
  tx: StoreReads,
  { recordChecks }: Pick<CheckServices, "recordChecks">,
  { subjects, day }: { readonly subjects: readonly RecordSubject[]; readonly day: Day },
): Promise<readonly FoundFinding[]> {
  const context = await checkContext(tx, subjects, day);
  const found = subjects.flatMap(({ person, facts, unitId }): readonly Unexplained[] =>
    unitId === null
      ? []
      : checkPerson(person, context, recordChecks).map((finding) => ({ finding, name: facts["name"] ?? "", unitId })),
  );
  return await withExplanations(tx, found);
}

async function withExplanations(tx: StoreReads, found: readonly Unexplained[]): Promise<readonly FoundFinding[]> {
  const asking = found.filter(({ finding }) => finding.severity === "explain");
  const records = [...new Set(asking.map(({ finding }) => finding.record))];
  const texts = new Map<string, string>();
  for (const { record, check, valueMac, text } of records.length === 0 ? [] : await tx.notes.explanations(records))
    texts.set(`${record} ${check} ${valueMac}`, text);
  return found.map((one) => {
    const { record, check, severity } = one.finding;
    const mac = severity === "explain" && texts.size > 0 ? tx.notes.valueMac(valueKey(one.finding)) : "";
    return { ...one, explanation: texts.get(`${record} ${check} ${mac}`) ?? null };
  });
}

async function checkContext(tx: StoreReads, subjects: readonly RecordSubject[], day: Day): Promise<CheckContext> {
  const ids = subjects.map(({ person }) => person.id);
  const year = day.slice(0, 4);
  const more = new Map<PersonId, Facts>(subjects.map(({ person, more: known }) => [person.id, known]));
  return {
    day,
    period: { from: `${year}-01-01` as Day, until: `${year}-12-31` as Day },
    // The store takes no ID number twice; a book number it takes, because old papers may be wrong.
    doubled: { idNumber: new Set(), bookNumber: await doubledBooks(tx, subjects) },
    unpaidMonths: await unpaidOf(tx, subjects, day),
    overdueLetters: await overdueOf(tx, ids, day),
    more,
  };
}

async function doubledBooks(tx: StoreReads, subjects: readonly RecordSubject[]): Promise<ReadonlySet<PersonId>> {
  const numbers = subjects.flatMap(({ person }) => person.facts["bookNumber"] ?? []);
  const held = await tx.people.withBookNumbers([...new Set(numbers)]);
  return new Set([...held.values()].flatMap((ids) => (ids.length > 1 ? ids : [])));
}

/** Where no dues were ever kept, in the unit or for the person, nothing can be said of them. */
async function unpaidOf(
  tx: StoreReads,
  subjects: readonly RecordSubject[],
  day: Day,
): Promise<ReadonlyMap<PersonId, number>> {
  const paid = await tx.procedures.settledMonths(subjects.map(({ person }) => person.id));
  const books = await tx.procedures.duesKeptFrom([...new Set(subjects.flatMap(({ unitId }) => unitId ?? []))]);
  return new Map(
    subjects.flatMap(({ person, unitId, facts }): readonly (readonly [PersonId, number])[] => {
      const settled = paid.get(person.id) ?? new Set();
      const keptFrom = (unitId && books.get(unitId)) ?? null;
      const { joinedOn = "" } = facts;
      if (joinedOn === "" || (keptFrom === null && settled.size === 0)) return [];
      return [[person.id, unpaidMonths({ since: duesSince({ joinedOn, keptFrom, settled }), settled }, day)]];
    }),
  );
}

async function overdueOf(tx: StoreReads, ids: readonly PersonId[], day: Day): Promise<ReadonlyMap<PersonId, Day>> {
  const open = await tx.procedures.openTransfers(ids);
  return new Map(
    open.flatMap((transfer) => {
      const until = validUntil(transfer);
      return until !== null && isOverdue(transfer, day) ? [[transfer.personId, until] as const] : [];
    }),
  );
}
