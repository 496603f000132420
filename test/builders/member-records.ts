import { checkCharacterOf } from "#core/people/field/id-number.ts";
import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Belonging } from "#core/people/person/person.ts";
import type { Services } from "#service/usecases/services.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { aPerson, type GivenPerson } from "./person.ts";

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

/** A number of its own for each sequence, with its right check character. */
export function anIdNumber(sequence: number, birthDate = "20000102"): string {
  const digits = `110105${birthDate}${String(sequence).padStart(3, "0")}`;
  return digits + checkCharacterOf(digits);
}
