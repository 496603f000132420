import { beginOf, entriesOf, type ListFields } from "#core/people/person/dated-entries.ts";
import { withFacts, type Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import { subjectFacts } from "#core/people/question/computed-facts.ts";
import type { Day } from "#core/kernel/instant.ts";

export interface FactsOptions {
  readonly lists: readonly ListFields[];
  readonly probationMonths: number;
  /** What others know of him: posts held, dues paid until. */
  readonly moreOf: (person: Person) => Facts;
}

/**
 * A person's facts as a report counts them. A post that begins after the day stays visible with its day: the conditions
 * leave it out, and whoever asks why finds "post began 2026-01-05" and no empty field (R5a).
 */
export function reportFacts(person: Person, day: Day, { lists, probationMonths, moreOf }: FactsOptions): Facts {
  const facts = subjectFacts(person, day, { lists, probationMonths, more: moreOf(person) });
  if ((facts["occupation"] ?? "") !== "") return facts;
  const posts = lists.find(({ list }) => list === "occupations");
  const next = posts && entriesOf(person, posts).find((entry) => beginOf(entry) > day);
  return posts && next ? withEntry(facts, posts, next) : facts;
}

/** The facts with one entry of a list in place of the present one. */
export function withEntry(facts: Facts, { fields }: ListFields, entry: Readonly<Record<string, string>>): Facts {
  return withFacts(facts, Object.fromEntries(fields.map(({ key, entry: name = key }) => [key, entry[name] ?? ""])));
}
