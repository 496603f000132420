import type { Facts, Lists, Revisions } from "./facts.ts";

/** One field that a change of a record touched: what its history and the audit say. */
export interface RecordChange {
  readonly field: string;
  readonly old: string | null;
  readonly value: string | null;
  readonly revision: number;
}

interface Recorded {
  readonly facts: Facts;
  readonly lists: Lists;
  readonly revisions: Revisions;
}

const NOTHING: Recorded = { facts: {}, lists: {}, revisions: {} };

/**
 * What differs between two states of a record, fields first, then lists as JSON under their names.
 * @param before null: the record is new.
 */
export function recordChanges(before: Recorded | null, after: Recorded): readonly RecordChange[] {
  const old = before ?? NOTHING;
  return [...changedFacts(old, after), ...changedLists(old, after)];
}

function changedFacts(before: Recorded, after: Recorded): readonly RecordChange[] {
  return keysOf(before.facts, after.facts).flatMap((field) => {
    const [old, value] = [filled(before.facts[field]), filled(after.facts[field])];
    return old === value ? [] : [{ field, old, value, revision: revisionOf(after, field) }];
  });
}

function changedLists(before: Recorded, after: Recorded): readonly RecordChange[] {
  return keysOf(before.lists, after.lists).flatMap((field) => {
    const [old, value] = [jsonOf(before.lists, field), jsonOf(after.lists, field)];
    return old === value ? [] : [{ field, old, value, revision: revisionOf(after, field) }];
  });
}

/** A field that nobody changed since the record was made is at 1 when filled, at 0 when empty. */
export function revisionOf({ facts, revisions }: Pick<Recorded, "facts" | "revisions">, field: string): number {
  return revisions[field] ?? (filled(facts[field]) === null ? 0 : 1);
}

function keysOf(before: object, after: object): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function jsonOf(lists: Lists, list: string): string | null {
  const entries = (lists as Readonly<Record<string, readonly object[] | undefined>>)[list] ?? [];
  return entries.length === 0 ? null : JSON.stringify(entries);
}

function filled(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
