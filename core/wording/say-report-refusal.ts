import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { Language } from "./language.ts";
import { sayDefinitionProblem } from "./say-definition-problem.ts";
import { sayRefusal } from "./say-refusal.ts";

type ReportRefusal =
  | AccessRefusal
  | DefinitionRefusal
  | { readonly code: "report-set-unknown"; readonly given: string; readonly known: readonly string[] }
  | { readonly code: "report-cell-unknown"; readonly given: string };

/** Why a report could not be made; wrong definitions with all their places. */
export function sayReportRefusal(language: Language, refusal: ReportRefusal): string {
  switch (refusal.code) {
    case "report-set-unknown":
      return language === "en"
        ? `There is no form "${refusal.given}"; there are: ${refusal.known.join(", ")}.`
        : `没有“${refusal.given}”这套报表，现有：${refusal.known.join("、")}。`;
    case "report-cell-unknown":
      return language === "en" ? `There is no counted cell ${refusal.given}.` : `没有由系统生成的格 ${refusal.given}。`;
    case "definition-unreadable":
      return refusal.problems.map((problem) => sayDefinitionProblem(language, problem)).join("\n");
    default:
      return sayRefusal(language, refusal);
  }
}
