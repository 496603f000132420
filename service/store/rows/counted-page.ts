import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { byTime } from "#core/people/person/belonging-order.ts";
import type { Facts, Lists } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import { BELONGING_KINDS } from "./belonging-row.ts";
import { isFacts, isLists } from "./record-json.ts";
import { RowReader } from "./row-reader.ts";

/** Between the parts of a record, and between records: no id, kind or day has them, and JSON spells them otherwise. */
export const GAP = "\u001f";
export const END = "\u001e";

/** Id, names, facts, lists; then the parts of each membership. */
const BEFORE_BELONGINGS = 4;
const PARTS = 5;

const NO_LISTS: Lists = {};
const NOWHERE: readonly Belonging[] = [];

/** Records that came as one text. @param day whom nobody kept after it is left out; null: everybody */
export function parseCountedPage(records: Uint8Array | string, day: Day | null): readonly Person[] {
  const text = typeof records === "string" ? records : textOf(records);
  const people: Person[] = [];
  if (text === "") return people;
  for (const record of text.split(END)) {
    const parts = record.split(GAP);
    const belongings = parseBelongings(parts);
    if (day === null || isKeptAfter(belongings, day)) people.push(personOf(parts, belongings));
  }
  return people;
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
}

function isKeptAfter(belongings: readonly Belonging[], day: Day): boolean {
  for (const { until } of belongings) if (until === null || until > day) return true;
  return false;
}

function personOf(
  [id = "", names = "", facts = "", lists = ""]: readonly string[],
  belongings: Person["belongings"],
): Person {
  const reader = new RowReader("person", { id, names, facts, lists }, ["id"]);
  const known: Record<string, string> = reader.json("facts", isFacts);
  const [name, book] = reader.json("names", isNames);
  if (name !== "") known["name"] = name;
  if (book !== null) known["bookNumber"] = book;
  return {
    id: toId<PersonId>(id),
    facts: known satisfies Facts,
    lists: lists === "{}" ? NO_LISTS : reader.json("lists", isLists),
    revisions: {},
    belongings,
    version: 0,
  };
}

type Names = readonly [string, string | null];

function isNames(value: unknown): value is Names {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [name, book] = value as readonly unknown[];
  return typeof name === "string" && (book === null || typeof book === "string");
}

function parseBelongings(parts: readonly string[]): readonly Belonging[] {
  // Nobody's memberships are one empty part.
  if (parts.length < BEFORE_BELONGINGS + PARTS) return NOWHERE;
  const all: Belonging[] = [];
  for (let at = BEFORE_BELONGINGS; at < parts.length; at += PARTS) all.push(belongingAt(parts, at));
  return all.length > 1 ? all.toSorted(byTime) : all;
}

function belongingAt(parts: readonly string[], at: number): Belonging {
  const told = (place: number): string => parts[at + place] ?? "";
  const kind = BELONGING_KINDS.find((each) => each === told(2)) ?? broken(parts);
  const until = told(4) === "" ? null : (told(4) as Day);
  return { id: toId<PostId>(told(0)), unitId: toId<UnitId>(told(1)), kind, from: told(3) as Day, until };
}

function broken([id]: readonly string[]): never {
  return new RowReader("person", { id }, ["id"]).broken("belongings", "are none");
}
