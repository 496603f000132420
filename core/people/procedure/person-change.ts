import { toId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { ListName } from "../field/field.ts";
import { withFacts, type Facts, type ListEntry, type Lists } from "../person/facts.ts";
import type { Belonging, Person } from "../person/person.ts";

/** What a procedure does to a record: decided by a pure rule, written in one transaction with its history. */
export interface PersonChange {
  /** By field key; "" empties the field. */
  readonly set?: Facts;
  /** Entries that begin; what stands in the list stays. */
  readonly add?: readonly AddedEntry[];
  /** What is added to the latest entry of a list (of that kind): its end, say. */
  readonly amend?: readonly AmendedEntry[];
  readonly belong?: Belong;
}

export interface AddedEntry {
  readonly list: ListName;
  readonly entry: ListEntry;
}

export interface AmendedEntry {
  readonly list: ListName;
  /** Left out: the latest of any kind. */
  readonly kind?: string;
  readonly set: ListEntry;
}

/** Where the person belongs from that day on; null: to no unit any more. */
export type Belong =
  | { readonly unitId: UnitId; readonly kind: Belonging["kind"]; readonly on: Day }
  | { readonly unitId: null; readonly on: Day };

/** The record after the change: revisions of touched fields and the version have grown. */
export function applyChange(person: Person, change: PersonChange, newId: () => string): Person {
  const changed: Record<string, string> = {};
  const revisions = { ...person.revisions };
  for (const [key, value] of Object.entries(change.set ?? {})) {
    if ((person.facts[key] ?? "") === value) continue;
    changed[key] = value;
    revisions[key] = (revisions[key] ?? (person.facts[key] === undefined ? 0 : 1)) + 1;
  }
  return {
    ...person,
    facts: withFacts(person.facts, changed),
    revisions,
    lists: listsAfter(person.lists, change),
    belongings: change.belong ? belongingsAfter(person.belongings, change.belong, newId) : person.belongings,
    version: person.version + 1,
  };
}

/** Belongings that are new or ended otherwise than before: what the store has to save. */
export function changedBelongings(before: Person, after: Person): readonly Belonging[] {
  const known = new Map(before.belongings.map((one) => [one.id, one]));
  return after.belongings.filter((one) => {
    const old = known.get(one.id);
    return old?.until !== one.until || old.unitId !== one.unitId;
  });
}

/** The one unit that keeps him on that day; undefined when none does. */
export function belongingOn(person: Person, day: Day): Belonging | undefined {
  return person.belongings.find((one) => one.from <= day && (one.until === null || one.until > day));
}

function listsAfter(lists: Lists, { add = [], amend = [] }: PersonChange): Lists {
  const after: Partial<Record<ListName, readonly ListEntry[]>> = { ...lists };
  for (const { list, kind, set } of amend) {
    const entries = after[list] ?? [];
    const last = entries.findLastIndex((entry) => kind === undefined || entry["kind"] === kind);
    after[list] = entries.map((entry, index) => (index === last ? { ...entry, ...set } : entry));
  }
  for (const { list, entry } of add) after[list] = [...(after[list] ?? []), entry];
  return after;
}

/** Nobody belongs to two units: what lasts ends on the day the next begins, and is left out when it lasted no day. */
function belongingsAfter(all: readonly Belonging[], belong: Belong, newId: () => string): readonly Belonging[] {
  const ended = all.map((one) =>
    one.until === null || one.until > belong.on ? { ...one, until: belong.on < one.from ? one.from : belong.on } : one,
  );
  if (belong.unitId === null) return ended;
  const { unitId, kind, on } = belong;
  return [...ended, { id: toId<PostId>(newId()), unitId, kind, from: on, until: null }];
}
