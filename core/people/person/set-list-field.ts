import type { FieldAddress } from "../field/field-catalogue.ts";
import { entriesOf, entryOfFacts, type ListFields } from "./dated-entries.ts";
import { withFacts, type Facts, type ListEntry, type Lists, type Revisions } from "./facts.ts";

interface State {
  readonly facts: Facts;
  readonly lists: Lists;
  readonly revisions: Revisions;
}

interface ListEdit {
  readonly canonical: string;
  readonly list: ListFields;
}

/**
 * A field of what is kept with dates. A later beginning begins a new entry and the old one stays; anything else mends the
 * present entry. A post, a title, an education goes on into its new entry until the officer changes it; an award or a
 * penalty does not.
 */
export function setListField(state: State, address: FieldAddress, { canonical, list }: ListEdit): State {
  const { key, definition } = address;
  const old = state.facts[key] ?? "";
  const begins = definition.begins === true && old !== "" && canonical > old;
  const facts = withFacts(state.facts, begins ? { ...clearedForNew(list), [key]: canonical } : { [key]: canonical });
  const entries = entriesAfter(state, facts, { list, begin: begins ? canonical : null });
  const isPlain = entries.length === 1 && state.lists[list.list] === undefined;
  const lists: Lists = isPlain ? state.lists : { ...state.lists, [list.list]: entries };
  const keys = list.fields
    .map((field) => field.key)
    .filter((each) => (facts[each] ?? "") !== (state.facts[each] ?? ""));
  return { facts, lists, revisions: grown(state, begins ? [...keys, list.list] : keys) };
}

function entriesAfter(
  state: State,
  facts: Facts,
  after: { readonly list: ListFields; readonly begin: string | null },
): readonly ListEntry[] {
  const { list, begin } = after;
  const all = entriesOf(state, list);
  const last = all.at(-1);
  const present = entryOfFacts(facts, list.fields);
  if (begin === null || last === undefined) return [...all.slice(0, -1), { ...foreignParts(last, list), ...present }];
  return [...all.slice(0, -1), ended(last, list, begin), present];
}

/** What does not go on into a new entry: the last day of what lasts; everything, of events. */
function clearedForNew({ fields }: ListFields): Facts {
  const lasts = fields.some(({ begins, entry }) => begins === true && entry === "from");
  const cleared = fields.filter(({ entry }) => !lasts || entry === "until");
  return Object.fromEntries(cleared.map(({ key }) => [key, ""]));
}

/** The old post ends where the new one begins, unless its own last day is known. */
function ended(entry: ListEntry, { fields }: ListFields, begin: string): ListEntry {
  const canEnd = fields.some(({ entry: name }) => name === "until");
  return canEnd && entry["until"] === undefined ? { ...entry, until: begin } : entry;
}

/** Parts of an entry that a procedure wrote and no plain field shows. */
function foreignParts(entry: ListEntry | undefined, { fields }: ListFields): ListEntry {
  const own = new Set(fields.map((field) => field.entry ?? field.key));
  return Object.fromEntries(Object.entries(entry ?? {}).filter(([name]) => !own.has(name)));
}

function grown({ facts, lists, revisions }: State, keys: readonly string[]): Revisions {
  const next: Record<string, number> = { ...revisions };
  for (const key of keys) {
    const filled = facts[key] !== undefined || lists[key as keyof Lists] !== undefined;
    next[key] = (revisions[key] ?? (filled ? 1 : 0)) + 1;
  }
  return next;
}
