import { firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";

/**
 * A person whose membership counts from his admission: where its date was corrected to a later one, he was no member until then,
 * as the stage of each day says. So who was there at a year's end is who was there when the next year began.
 */
export function fromAdmission(person: Person): Person {
  const { joinedOn = "" } = person.facts;
  if (joinedOn === "") return person;
  const admittedWithin = person.belongings.filter((one) => isAdmittedWithin(one, joinedOn));
  const from = firstDayOf(joinedOn);
  const mayFollow = admittedWithin.length === 0 && person.belongings.length > 1;
  const begun = mayFollow ? person.belongings.filter((one) => beginsWithAdmission(one, person)) : [];
  const before = new Set([...admittedWithin, ...begun].flatMap((one) => leadingTo(one, person.belongings)));
  if (admittedWithin.length === 0 && before.size === 0) return person;
  const belongings = person.belongings
    .filter((one) => !before.has(one))
    .map((one) => (admittedWithin.includes(one) ? { ...one, from } : one));
  return { ...person, belongings };
}

const AGAIN = "3"; // join-kind: 重新入党

/** Corrected to the very day of a move: he was admitted where he came that day. Who joins again had been a member before. */
function beginsWithAdmission({ kind, from }: Belonging, { facts, lists }: Person): boolean {
  const { joinedOn = "", joinKind } = facts;
  if (kind !== "member" || !from.startsWith(joinedOn) || from !== firstDayOf(joinedOn)) return false;
  if (joinKind === AGAIN) return false;
  return facts["leftOn"] !== from && !(lists.leavings ?? []).some(({ on }) => on === from);
}

function isAdmittedWithin({ kind, from, until }: Belonging, joinedOn: string): boolean {
  if (kind !== "member" || from.startsWith(joinedOn)) return false;
  const admitted = firstDayOf(joinedOn);
  return from < admitted && (until === null || admitted < until);
}

/** Memberships one after another up to this one: moves of who was no member yet. What is behind a gap is an earlier membership. */
function leadingTo({ from }: Belonging, all: readonly Belonging[]): readonly Belonging[] {
  const previous = all.filter((one) => one.kind === "member" && one.until === from && one.from < from);
  return previous.flatMap((one) => [one, ...leadingTo(one, all)]);
}
