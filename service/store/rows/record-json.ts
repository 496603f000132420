import type { Facts, Lists, Revisions } from "#core/people/person/facts.ts";
import type { RowReader } from "./row-reader.ts";

/** The JSON columns that people and units have alike. */
export interface RecordColumns {
  readonly facts: string;
  readonly lists: string;
  readonly revisions: string;
}

export interface RecordParts {
  readonly facts: Facts;
  readonly lists: Lists;
  readonly revisions: Revisions;
}

export function recordColumns({ facts, lists, revisions }: RecordParts): RecordColumns {
  return { facts: JSON.stringify(facts), lists: JSON.stringify(lists), revisions: JSON.stringify(revisions) };
}

export function parseRecordColumns(reader: RowReader): RecordParts {
  return {
    facts: reader.json("facts", isFacts),
    lists: reader.json("lists", isLists),
    revisions: reader.json("revisions", isRevisions),
  };
}

export function isFacts(value: unknown): value is Facts {
  return isObject(value) && everyValue(value, (one) => typeof one === "string");
}

export function isLists(value: unknown): value is Lists {
  return isObject(value) && everyValue(value, (list) => Array.isArray(list) && list.every(isFacts));
}

function isRevisions(value: unknown): value is Revisions {
  return isObject(value) && everyValue(value, (one) => Number.isSafeInteger(one));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function everyValue(value: Readonly<Record<string, unknown>>, is: (one: unknown) => boolean): boolean {
  for (const key in value) if (!is(value[key])) return false;
  return true;
}
