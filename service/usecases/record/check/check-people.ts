/** Runs the checks of people over records that were loaded already, with what they know besides the record itself (M21). */
import type { PersonId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { CheckContext } from "#core/people/check/check-context.ts";
import { checkPerson } from "#core/people/check/check-record.ts";
import { valueKey } from "#core/people/check/explanation.ts";
import { duesSince, unpaidMonths } from "#core/people/dues/dues-paid.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import { isOverdue, validUntil } from "#core/people/transfer/transfer-rules.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { RecordSubject } from "../roster/load-subjects.ts";
import type { CheckServices } from "./check-services.ts";
import type { FoundFinding, Unexplained } from "./found-finding.ts";

/** The year of the report that the day lies in. */
export function periodOf(day: Day): CheckContext["period"] {
  const year = day.slice(0, 4);
  return { from: `${year}-01-01` as Day, until: `${year}-12-31` as Day };
}

interface Checking {
  readonly subjects: readonly RecordSubject[];
  readonly day: Day;
  /** One of them as he would be: what the store says of his book number is not asked (R12). */
  readonly supposed?: Person | undefined;
}

/** Each under the unit that answers for him, the last one for who has left (M1b); who never came to any has no findings. */
export async function findingsOfPeople(
  tx: StoreReads,
  { recordChecks }: Pick<CheckServices, "recordChecks">,
  { subjects, day, supposed }: Checking,
): Promise<readonly FoundFinding[]> {
  const context = await checkContext(tx, { subjects, day, supposed });
  const found = subjects.flatMap(({ person, facts }): readonly Unexplained[] => {
    const [unitId] = answeringUnits(person, day);
    if (unitId === undefined) return [];
    return checkPerson(person, context, recordChecks).map((finding) => ({
      finding,
      name: facts["name"] ?? "",
      unitId,
    }));
  });
  return await withExplanations(tx, found);
}

export async function withExplanations(
  tx: StoreReads,
  found: readonly Unexplained[],
): Promise<readonly FoundFinding[]> {
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

async function checkContext(tx: StoreReads, { subjects, day, supposed }: Checking): Promise<CheckContext> {
  const ids = subjects.map(({ person }) => person.id);
  const more = new Map<PersonId, Facts>(subjects.map(({ person, more: known }) => [person.id, known]));
  return {
    day,
    period: periodOf(day),
    // The store takes no ID number twice; a book number it takes, because old papers may be wrong.
    doubled: { idNumber: new Set(), bookNumber: await doubledBooks(tx, subjects, supposed) },
    unpaidMonths: await unpaidOf(tx, subjects, day),
    overdueLetters: await overdueOf(tx, ids, day),
    more,
  };
}

async function doubledBooks(
  tx: StoreReads,
  subjects: readonly RecordSubject[],
  supposed: Person | undefined,
): Promise<ReadonlySet<PersonId>> {
  const numbers = subjects.flatMap(({ person }) => person.facts["bookNumber"] ?? []);
  const held = await tx.people.withBookNumbers([...new Set(numbers)]);
  const holders = [...held].map(([number, ids]) => {
    const others = ids.filter((id) => id !== supposed?.id);
    return supposed && supposed.facts["bookNumber"] === number ? [...others, supposed.id] : others;
  });
  return new Set(holders.flatMap((ids) => (ids.length > 1 ? ids : [])));
}

/** Where no dues were ever kept, in the unit or for the person, nothing can be said of them; who is kept nowhere owes nobody. */
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
      if (unitId === null || joinedOn === "" || (keptFrom === null && settled.size === 0)) return [];
      const since = duesSince({ joinedOn, restoredOn: facts["restoredOn"], keptFrom, settled });
      return [[person.id, unpaidMonths({ since, settled }, day)]];
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
