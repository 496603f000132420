import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language } from "./language.ts";
import { sayDefinitionProblem } from "./say-definition-problem.ts";
import { sayRefusal } from "./say-refusal.ts";

/** Why a report could not be made; wrong definitions with all their places. */
export function sayReportRefusal(language: Language, refusal: AnyRefusal): string {
  if (refusal.code === "definition-unreadable")
    return refusal.problems.map((problem) => sayDefinitionProblem(language, problem)).join("\n");
  return sayRefusal(language, refusal);
}
