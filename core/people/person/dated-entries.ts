import { onceFor } from "#core/kernel/once-for.ts";
import type { FieldDefinition, ListName } from "../field/field.ts";
import type { Facts, ListEntry, Lists } from "./facts.ts";

interface Recorded {
  readonly facts: Facts;
  readonly lists: Lists;
}

/** The plain fields in which a list's present entry stands: its fields, and the one that begins an entry. */
export interface ListFields {
  readonly list: ListName;
  readonly fields: readonly FieldDefinition[];
  readonly begins: FieldDefinition | undefined;
}

/** Lists of a kind of record, by name. By the very array of definitions: a catalogue is built once and never changes. */
export const listFieldsOf: (fields: readonly FieldDefinition[]) => readonly ListFields[] = onceFor(findLists);

function findLists(fields: readonly FieldDefinition[]): readonly ListFields[] {
  const names = new Set(fields.flatMap(({ list }) => (list === undefined ? [] : [list])));
  return [...names].map((list) => {
    const own = fields.filter((field) => field.list === list);
    return { list, fields: own, begins: own.find(({ begins }) => begins) };
  });
}

/** The day or month from which an entry holds; "" when nobody knows it. */
export function beginOf(entry: ListEntry): string {
  return entry["on"] ?? entry["from"] ?? "";
}

/** All entries, oldest first. A record that never had a second one keeps its only entry in its facts alone. */
export function entriesOf(record: Recorded, { list, fields }: ListFields): readonly ListEntry[] {
  const kept = record.lists[list] ?? [];
  if (kept.length > 0) return kept.toSorted((a, b) => (beginOf(a) < beginOf(b) ? -1 : beginOf(a) > beginOf(b) ? 1 : 0));
  const only = entryOfFacts(record.facts, fields);
  return Object.keys(only).length === 0 ? [] : [only];
}

export function entryOfFacts(facts: Facts, fields: readonly FieldDefinition[]): ListEntry {
  const entry: Record<string, string> = {};
  for (const { key, entry: name = key } of fields) {
    const value = facts[key] ?? "";
    if (value !== "") entry[name] = value;
  }
  return entry;
}
