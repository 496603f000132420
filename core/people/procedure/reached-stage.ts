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

type Dated = Pick<Person, "facts" | "lists">;

/** The stage whose date came last by that day (M16a); "left" once a leaving is in force, "none" before the application. */
export function reachedStage(person: Dated, day: Day): Stage | "none" | "left" {
  if (hasLeft(person, day)) return "left";
  return DATES.find(([, field]) => isPast(person.facts[field], day))?.[0] ?? "none";
}

/** A leaving is in force that day and no restoring after it is. The list knows earlier leavings, the facts the last one. */
export function hasLeft({ facts, lists }: Dated, day: Day): boolean {
  const { leftOn = "", restoredOn = "" } = facts;
  return (
    inForce(leftOn, restoredOn, day) || (lists.leavings ?? []).some((one) => inForce(one["on"], one["restoredOn"], day))
  );
}

function inForce(leftOn = "", restoredOn = "", day: Day): boolean {
  if (leftOn === "" || leftOn > day) return false;
  return restoredOn === "" || restoredOn < leftOn || restoredOn > day;
}

function isPast(date: string | undefined, day: Day): boolean {
  return date !== undefined && date !== "" && date <= day;
}
