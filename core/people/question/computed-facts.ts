import type { Day } from "#core/kernel/instant.ts";
import type { ListFields } from "../person/dated-entries.ts";
import type { Facts } from "../person/facts.ts";
import { factsOn } from "../person/facts-on.ts";
import type { Person } from "../person/person.ts";
import { ageOn, partyYearsOn, probationDueOn, stageOn } from "../person/stage-on.ts";

export interface SubjectOptions {
  readonly lists: readonly ListFields[];
  readonly probationMonths: number;
  /** What others know of the person: unit's name, paid until, posts; by field key. */
  readonly more?: Facts;
}

/** Facts of a day with all that is computed (stage, age, years in the party, end of probation): what questions and sheets read. */
export function subjectFacts(person: Person, day: Day, { lists, probationMonths, more }: SubjectOptions): Facts {
  const facts = factsOn(person, day, lists);
  return { ...facts, ...computedFacts(person, { facts, day, probationMonths }), ...more };
}

interface ComputedFrom extends Pick<SubjectOptions, "probationMonths"> {
  /** Those of the day. */
  readonly facts: Facts;
  readonly day: Day;
}

/** What dates alone say of a day, and nothing else. */
export function computedFacts(person: Person, { facts, day, probationMonths }: ComputedFrom): Facts {
  const computed: Record<string, string> = {};
  const stage = stageOn(person, day);
  if (stage !== null) computed["stage"] = stage;
  const age = ageOn(facts, day);
  if (age !== null) computed["age"] = String(age);
  const years = partyYearsOn(facts, day);
  if (years !== null) computed["partyYears"] = String(years);
  const due = stage === "probationary" ? probationDueOn(facts, probationMonths) : null;
  if (due !== null) computed["probationDue"] = due;
  return computed;
}
