import { byTime } from "./belonging-order.ts";
import type { Belonging, Person } from "./person.ts";
import type { Lists } from "./facts.ts";
import type { ListName } from "../field/field.ts";

export interface MergedPeople {
  /** What stands: its own facts, filled up from the other; the lists of both. */
  readonly after: Person;
  /** The other one's belongings as they are handed on: none at a time when the first belonged somewhere. */
  readonly handedOn: readonly Belonging[];
}

/** Two records of one human being become one (M3); nothing that stood in the first is overwritten. */
export function mergePeople(into: Person, from: Person): MergedPeople {
  const handedOn = from.belongings.map((one) =>
    into.belongings.some((kept) => overlaps(kept, one)) ? { ...one, until: one.from } : one,
  );
  const belongings = [...into.belongings, ...handedOn].toSorted(byTime);
  const filled = Object.keys(from.facts).filter((key) => into.facts[key] === undefined);
  const grown = filled.map((key) => [key, (into.revisions[key] ?? 0) + 1] as const);
  return {
    handedOn,
    after: {
      ...into,
      facts: { ...from.facts, ...into.facts },
      lists: mergeLists(into.lists, from.lists),
      revisions: { ...into.revisions, ...Object.fromEntries(grown) },
      belongings,
      version: into.version + 1,
    },
  };
}

function mergeLists(into: Lists, from: Lists): Lists {
  const names = new Set([...Object.keys(into), ...Object.keys(from)]) as ReadonlySet<ListName>;
  return Object.fromEntries(
    [...names].map((name) => {
      const own = into[name] ?? [];
      const known = new Set(own.map((entry) => JSON.stringify(entry)));
      return [name, [...own, ...(from[name] ?? []).filter((entry) => !known.has(JSON.stringify(entry)))]];
    }),
  );
}

function overlaps(a: Belonging, b: Belonging): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until) && b.from !== b.until;
}
