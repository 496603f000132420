import { firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";

/**
 * A person whose membership counts from his admission: where its date was corrected to a later one, he was no member until then,
 * as the stage of each day says. So who was there at a year's end is who was there when the next year began.
 */
export function fromAdmission(person: Person): Person {
  const { joinedOn = "" } = person.facts;
  if (joinedOn === "" || !person.belongings.some((one) => isAdmittedWithin(one, joinedOn))) return person;
  const from = firstDayOf(joinedOn);
  const belongings = person.belongings.map((one) => (isAdmittedWithin(one, joinedOn) ? { ...one, from } : one));
  return { ...person, belongings };
}

function isAdmittedWithin({ kind, from, until }: Belonging, joinedOn: string): boolean {
  if (kind !== "member" || from.startsWith(joinedOn)) return false;
  const admitted = firstDayOf(joinedOn);
  return from < admitted && (until === null || admitted < until);
}
