import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "../person/person.ts";
import type { Stage } from "../person/stage.ts";

const DATES: readonly (readonly [Stage, string])[] = [
  ["full", "convertedOn"],
  ["probationary", "joinedOn"],
  ["candidate", "candidateOn"],
  ["activist", "activistOn"],
  ["applicant", "appliedOn"],
];

/** The stage whose date came last by that day (M16a); "left" once a leaving is in force, "none" before the application. */
export function reachedStage(person: Person, day: Day): Stage | "none" | "left" {
  if (hasLeft(person, day)) return "left";
  return DATES.find(([, field]) => isPast(person.facts[field], day))?.[0] ?? "none";
}

/** A leaving is in force that day and no restoring after it is. */
export function hasLeft({ facts }: Person, day: Day): boolean {
  const { leftOn = "", restoredOn = "" } = facts;
  if (leftOn === "" || leftOn > day) return false;
  return restoredOn === "" || restoredOn < leftOn || restoredOn > day;
}

function isPast(date: string | undefined, day: Day): boolean {
  return date !== undefined && date !== "" && date <= day;
}
