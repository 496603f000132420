import type { PersonId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { UnitScope } from "../unit-scope.ts";
import { checkOf } from "./checked-people.ts";
import type { CheckServices } from "./check-services.ts";
import type { CheckedPerson } from "./findings-cache.ts";

/** A record as it would be after a correction that nobody saved (R12). */
export type SupposedRecord =
  { readonly kind: "person"; readonly after: Person } | { readonly kind: "unit"; readonly after: UnitRecord };

/** What the checks would say; nothing of it is kept. @returns a map of its own */
export async function supposedPeople(
  tx: StoreReads,
  services: CheckServices,
  { scope, person, people }: SupposedAsked,
): Promise<ReadonlyMap<PersonId, CheckedPerson>> {
  const before = people.get(person.id)?.bookNumber ?? "";
  const numbers = [before, person.facts["bookNumber"] ?? ""].filter((number) => number !== "");
  const sharing = new Set([...(await tx.people.withBookNumbers(numbers)).values()].flat());
  sharing.delete(person.id);
  // Whose book number it shares or shared may be doubled now, or be so no more.
  const sharers = sharing.size === 0 ? [] : await tx.people.byIds([...sharing]);
  const checked = await checkOf(tx, services, { scope, people: [person, ...sharers], supposed: person });
  const all = new Map(people);
  for (const { id } of [person, ...sharers]) all.delete(id);
  for (const [id, one] of checked) all.set(id, one);
  return all;
}

export interface SupposedAsked {
  readonly scope: UnitScope;
  readonly person: Person;
  /** As they stand. */
  readonly people: ReadonlyMap<PersonId, CheckedPerson>;
}
