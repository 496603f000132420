import type { Day } from "#core/kernel/instant.ts";
import { beginOf, entriesOf, type ListFields } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { factsOn } from "#core/people/person/facts-on.ts";
import type { Person } from "#core/people/person/person.ts";
import { probationDueOn } from "#core/people/person/stage-on.ts";
import { computedFacts } from "#core/people/question/computed-facts.ts";
import { countedEducation } from "./counted-education.ts";
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
 * A person's facts as a report counts them. A post that begins after the day is none yet, but its day stays visible:
 * whoever asks why he is not counted finds "post since 2026-01-05" and no empty field (R5a).
 */
export function reportFacts(person: Person, { day, more, lists, probationMonths }: FactsAsked): LaidFacts {
  const facts = factsOn(person, day, lists);
  const computed = computedFacts(person, { facts, day, probationMonths });
  const certified = countedEducation(person, facts, { day, lists });
  const ended = endedProbation({ facts, computed, probationMonths });
  const laid: LaidFacts = [facts, computed, more, ...(certified ? [certified] : []), ...(ended ? [ended] : [])];
  if ((facts["occupation"] ?? "") !== "") return laid;
  const posts = lists.find(({ list }) => list === "occupations");
  const next = posts && entriesOf(person, posts).find((entry) => beginOf(entry) > day);
  const begins = posts?.begins?.key;
  return begins !== undefined && next ? [...laid, { [begins]: beginOf(next) }] : laid;
}

interface Ended extends Pick<FactsAsked, "probationMonths"> {
  readonly facts: Facts;
  readonly computed: Facts;
}

/** When the probation of somebody who left during it would have been over: table 15 asks on which side he left. */
function endedProbation({ facts, computed, probationMonths }: Ended): Facts | undefined {
  if (computed["stage"] !== undefined || (facts["convertedOn"] ?? "") !== "") return undefined;
  const due = probationDueOn(facts, probationMonths);
  return due === null ? undefined : { probationDue: due };
}

/** What one entry of a list says, to be laid over the present one. */
export function entryFacts({ fields }: ListFields, entry: Readonly<Record<string, string>>): Facts {
  const facts: Record<string, string> = {};
  for (const { key, entry: name = key } of fields) facts[key] = entry[name] ?? "";
  return facts;
}
