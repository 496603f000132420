import type { Day } from "#core/kernel/instant.ts";
import { beginOf, entriesOf, type ListFields } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { factsOn } from "#core/people/person/facts-on.ts";
import type { Person } from "#core/people/person/person.ts";
import { computedFacts } from "#core/people/question/computed-facts.ts";
import type { LaidFacts } from "./population.ts";

export interface FactsOptions {
  readonly lists: readonly ListFields[];
  readonly probationMonths: number;
  /** What others know of him: posts held, dues paid until. */
  readonly moreOf: (person: Person) => Facts;
}

export interface FactsAsked extends Omit<FactsOptions, "moreOf"> {
  readonly day: Day;
  readonly more: Facts;
}

/**
 * A person's facts as a report counts them. A post that begins after the day stays visible with its day: the conditions
 * leave it out, and whoever asks why finds "post began 2026-01-05" and no empty field (R5a).
 */
export function reportFacts(person: Person, { day, more, lists, probationMonths }: FactsAsked): LaidFacts {
  const facts = factsOn(person, day, lists);
  const laid: LaidFacts = [facts, computedFacts(person, { facts, day, probationMonths }), more];
  if ((facts["occupation"] ?? "") !== "") return laid;
  const posts = lists.find(({ list }) => list === "occupations");
  const next = posts && entriesOf(person, posts).find((entry) => beginOf(entry) > day);
  return posts && next ? [...laid, entryFacts(posts, next)] : laid;
}

/** What one entry of a list says, to be laid over the present one. */
export function entryFacts({ fields }: ListFields, entry: Readonly<Record<string, string>>): Facts {
  const facts: Record<string, string> = {};
  for (const { key, entry: name = key } of fields) facts[key] = entry[name] ?? "";
  return facts;
}
