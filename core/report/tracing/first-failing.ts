import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition } from "#core/people/question/question.ts";

/** The first part of a condition that does not hold, as small as it can be said; undefined when all of it holds. */
export function firstFailing(condition: Condition, facts: Facts, day: Day): Condition | undefined {
  if (predicateOf(condition)({ facts, day })) return undefined;
  if (condition.kind !== "all") return condition;
  for (const part of condition.parts) {
    const failing = firstFailing(part, facts, day);
    if (failing) return failing;
  }
  return condition;
}
