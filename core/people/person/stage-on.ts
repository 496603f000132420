import { addMonths, completedYears, firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { reachedStage } from "../procedure/reached-stage.ts";
import type { Facts } from "./facts.ts";
import type { Belonging, Person } from "./person.ts";
import type { Stage } from "./stage.ts";

/** The stage of that day, from dates alone (M6, M16a); null for who has not applied yet and for who has left. */
export function stageOn(person: Pick<Person, "facts" | "lists">, day: Day): Stage | null {
  const stage = reachedStage(person, day);
  return stage === "none" || stage === "left" ? null : stage;
}

/** Completed years; null while the birth date is unknown or not known to the day. */
export function ageOn(facts: Facts, day: Day): number | null {
  const { birthDate = "" } = facts;
  if (birthDate.length !== 10 || birthDate > day) return null;
  return completedYears(birthDate as Day, day);
}

/** Completed years since he became a full member (party constitution, article 7): 0 until then; null for who is no member. */
export function partyYearsOn(facts: Facts, day: Day): number | null {
  const { joinedOn = "", convertedOn = "" } = facts;
  if (convertedOn !== "" && convertedOn <= day) return completedYears(firstDayOf(convertedOn), day);
  return joinedOn === "" || joinedOn > day ? null : 0;
}

/** The day on which probation is over (M10): a year after admission, unless it was extended. */
export function probationDueOn(facts: Facts, probationMonths: number): Day | null {
  const { joinedOn = "", probationUntil = "" } = facts;
  if (probationUntil !== "") return firstDayOf(probationUntil);
  return joinedOn === "" ? null : addMonths(firstDayOf(joinedOn), probationMonths);
}

/** The units that keep him that day: one, unless records contradict themselves. */
export function belongsOn({ belongings }: Pick<Person, "belongings">, day: Day): readonly Belonging[] {
  return belongings.filter(({ from, until }) => from <= day && (until === null || day < until));
}
