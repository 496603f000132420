import type { ListName } from "../field/field.ts";

/** Canonical texts by field key; a missing key is an empty field. */
export type Facts = Readonly<Record<string, string>>;

/** One dated entry of a list; keys as `ListName` says. */
export type ListEntry = Readonly<Record<string, string>>;

export type Lists = Readonly<Partial<Record<ListName, readonly ListEntry[]>>>;

/** Field key -> revision. A field that was never changed since the record was made is at 1 when filled, 0 when empty. */
export type Revisions = Readonly<Record<string, number>>;

/** Changed facts put in, emptied ones ("") left out. */
export function withFacts(facts: Facts, changes: Facts): Facts {
  const kept: Record<string, string> = {};
  // Plain loops: an import comes through here for each field of 100,000 people.
  for (const key in facts) {
    const value = changes[key] ?? facts[key] ?? "";
    if (value !== "") kept[key] = value;
  }
  for (const key in changes) {
    const value = changes[key] ?? "";
    if (value !== "") kept[key] = value;
  }
  return kept;
}
