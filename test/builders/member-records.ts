import { checkCharacterOf } from "#core/people/field/id-number.ts";
import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging } from "#core/people/person/person.ts";
import type { Services } from "#service/usecases/services.ts";
import { personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { aPerson, type GivenPerson } from "./person.ts";

/** Facts that the people of the small organisation lack, as a letter and the next step need them. */
export async function fillRecords(
  { store }: Pick<Services, "store">,
  names: readonly string[],
  facts: Facts = {},
): Promise<void> {
  const ids = names.map(personIdOf);
  await store.write(async (tx) => {
    const people = await tx.people.byIds(ids);
    const filled = people.map((person) => ({
      ...person,
      facts: { ...aPerson().facts, idNumber: "", mobile: "13900000001", ...person.facts, ...facts },
      version: person.version + 1,
    }));
    await tx.people.update(filled.map((person) => ({ ...person, facts: withIdNumber(person.facts, person.id) })));
  });
}

/** A new record in a branch of the small organisation. */
export async function saveRecord(
  { store }: Pick<Services, "store">,
  given: GivenPerson & { readonly id: string; readonly branch: string },
): Promise<PersonId> {
  const person = aPerson(given);
  const [belonging] = person.belongings;
  if (!belonging) throw new Error("belongs nowhere");
  const here: Belonging = {
    ...belonging,
    id: toId<PostId>(`belonging-${given.id}`),
    unitId: unitIdOf(given.branch),
    from: (given.since ?? "2025-06-01") as Day,
  };
  const facts = { ...person.facts, idNumber: given.facts?.["idNumber"] ?? "" };
  await store.write(async (tx) => {
    await tx.people.insert([{ ...person, facts, belongings: [here] }]);
  });
  return person.id;
}

/** A number of its own for each person, with its right check character. */
function withIdNumber(facts: Facts, id: PersonId): Facts {
  if ((facts["idNumber"] ?? "") !== "") return facts;
  return {
    ...facts,
    idNumber: anIdNumber([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7)),
  };
}

export function anIdNumber(sequence: number, birthDate = "20000102"): string {
  const digits = `110105${birthDate}${String(sequence).padStart(3, "0")}`;
  return digits + checkCharacterOf(digits);
}
