import { decideRecord } from "#core/access/decide-record.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import type { RowMatch } from "#core/people/import/judge-row.ts";
import type { ReadRow } from "#core/people/import/read-row.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Person } from "#core/people/person/person.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";

/** Who each row may be, asked for a whole batch at once: by ID number, else by name and birth date among the caller's own records. */
export async function matchRows(
  tx: Pick<StoreReads, "people">,
  caller: Caller,
  rows: readonly ReadRow[],
): Promise<(row: ReadRow) => RowMatch> {
  const known = await tx.people.withIdNumbers(rows.flatMap(({ facts }) => facts["idNumber"] ?? []));
  const byId = new Map<PersonId, Person>(
    (await tx.people.byIds([...new Set(known.values())])).map((person) => [person.id, person]),
  );
  const nameless = rows
    .filter(({ facts }) => facts["idNumber"] === undefined)
    .flatMap(({ facts }) => facts["name"] ?? []);
  const named = nameless.length === 0 ? [] : await tx.people.named([...new Set(nameless)]);
  const byName = groupBy(named, ({ facts }) => nameKey(facts));
  return ({ facts }) => {
    const { idNumber } = facts;
    if (idNumber === undefined)
      return oneOf((byName.get(nameKey(facts)) ?? []).filter((person) => mayWork(caller, person)));
    const id = known.get(idNumber);
    const person = id === undefined ? undefined : byId.get(id);
    if (!person) return { kind: "nobody" };
    return mayWork(caller, person) ? { kind: "person", person } : elsewhere(caller, person);
  };
}

function nameKey(facts: ReadRow["facts"]): string {
  return `${facts["name"] ?? ""} ${facts["birthDate"] ?? ""}`;
}

function oneOf(people: readonly Person[]): RowMatch {
  const [person] = people;
  if (!person) return { kind: "nobody" };
  return people.length === 1 ? { kind: "person", person } : { kind: "several", number: people.length };
}

function mayWork({ scope, at }: Caller, person: Person): boolean {
  const subject = { personId: person.id, unitIds: answeringUnits(person, dayOf(at)) };
  return decideRecord(scope.records, { subject, action: "work" }) === "allowed";
}

function elsewhere({ organisation, at }: Caller, person: Person): RowMatch {
  const [unitId] = answeringUnits(person, dayOf(at));
  const unitName = unitId === undefined ? "" : (organisation.units.get(unitId)?.name ?? "");
  return { kind: "elsewhere", name: person.facts["name"] ?? "", unitName };
}
