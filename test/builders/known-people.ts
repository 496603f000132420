import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { birthDateOf, checkCharacterOf, sexOf } from "#core/people/field/id-number.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

/** An invented ID number with its check character. */
export function anIdNumber(birthDate: string, sequence: number): string {
  const body = `310101${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return `${body}${checkCharacterOf(body)}`;
}

export interface KnownPerson {
  readonly id: string;
  readonly unit: string;
  readonly kind?: Belonging["kind"];
  readonly idNumber?: string;
  readonly from?: string;
  readonly until?: string | null;
  readonly facts?: Facts;
}

/** A record as the store keeps it, in a unit of the small organisation; sex and birth date as the ID number says. */
export function aKnownPerson({ id, unit, kind = "member", ...given }: KnownPerson): Person {
  const { idNumber, from = "2020-01-01", until = null, facts } = given;
  const identity = idNumber ? { idNumber, birthDate: birthDateOf(idNumber) ?? "", sex: sexOf(idNumber) } : {};
  const dates = kind === "member" ? { joinedOn: "2015-06-01", convertedOn: "2016-06-01" } : { appliedOn: "2024-03-01" };
  const belonging = { id: toId<PostId>(`belonging-${id}`), unitId: unitIdOf(unit), kind, from: from as Day };
  return {
    id: toId<PersonId>(id),
    facts: { name: `人${id}`, ...identity, ...dates, ...facts },
    lists: {},
    revisions: {},
    belongings: [{ ...belonging, until: until as Day | null }],
    version: 1,
  };
}
