import { groupBy } from "#core/kernel/group-by.ts";
import type { Person } from "../person/person.ts";

/** Why two records may be one human being (M3). The same ID number cannot stand twice: the store refuses it. */
export type DuplicateReason =
  "same-name-and-birth-date" | "near-name-and-birth-date" | "same-mobile" | "same-name-no-birth-date";

export interface Duplicates {
  readonly why: DuplicateReason;
  readonly people: readonly Person[];
}

/** Each group once, under its strongest reason. People with two different ID numbers are two people, unless they share more. */
export function findDuplicates(people: readonly Person[]): readonly Duplicates[] {
  const found: Duplicates[] = [];
  const told = new Set<string>();
  const tell = (why: DuplicateReason, group: readonly Person[]): void => {
    if (group.length < 2) return;
    const key = group
      .map(({ id }) => id)
      .sort()
      .join(" ");
    if (told.has(key)) return;
    told.add(key);
    found.push({ why, people: group });
  };
  const born = people.filter(({ facts }) => (facts["birthDate"] ?? "").length === 10);
  for (const group of groupBy(born, nameAndBirth).values()) tell("same-name-and-birth-date", group);
  const byBirth = groupBy(born, ({ facts }) => facts["birthDate"] ?? "");
  for (const group of byBirth.values()) for (const pair of nearPairs(group)) tell("near-name-and-birth-date", pair);
  const reachable = people.filter(({ facts }) => facts["mobile"] !== undefined);
  for (const group of groupBy(reachable, ({ facts }) => facts["mobile"] ?? "").values()) tell("same-mobile", group);
  for (const group of groupBy(people, nameOf).values())
    if (group.some(({ facts }) => facts["birthDate"] === undefined && facts["idNumber"] === undefined))
      tell("same-name-no-birth-date", group);
  return found;
}

function nearPairs(group: readonly Person[]): readonly (readonly Person[])[] {
  return group.flatMap((one, index) =>
    group.slice(index + 1).flatMap((other) => (isNear(nameOf(one), nameOf(other)) ? [[one, other]] : [])),
  );
}

/** One character differs, is missing, or two stand the other way round; a single shared character is no name. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return false;
  const [one, other] = [Array.from(a), Array.from(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2 || long.length - short.length > 1) return false;
  return long.length === short.length
    ? isOneSlip(short, long)
    : long.some((_, skip) => without(long, skip) === short.join(""));
}

function isOneSlip(one: readonly string[], other: readonly string[]): boolean {
  const [first = 0, second = 0, ...more] = other.flatMap((character, index) =>
    character === one[index] ? [] : [index],
  );
  if (more.length > 0) return false;
  return second === 0 || (other[first] === one[second] && other[second] === one[first]);
}

function without(characters: readonly string[], skip: number): string {
  return characters.filter((_, index) => index !== skip).join("");
}

function nameOf({ facts }: Person): string {
  return facts["name"] ?? "";
}

function nameAndBirth(person: Person): string {
  return `${nameOf(person)} ${person.facts["birthDate"] ?? ""}`;
}
