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
  if (refusal.code === "definition-unreadable")
    return refusal.problems.map((problem) => sayDefinitionProblem(language, problem)).join("\n");
  if (refusal.code === "report-set-unknown") return SET_UNKNOWN[language](refusal.given, refusal.known);
  if (refusal.code === "report-cell-unknown") return CELL_UNKNOWN[language](refusal.given);
  return sayRefusal(language, refusal);
}

const SET_UNKNOWN: Readonly<Record<Language, (given: string, known: readonly string[]) => string>> = {
  "zh-CN": (given, known) => `没有“${given}”这套报表，现有：${known.join("、")}。`,
  en: (given, known) => `There is no form "${given}"; there are: ${known.join(", ")}.`,
};

const CELL_UNKNOWN: Readonly<Record<Language, (given: string) => string>> = {
  "zh-CN": (given) => `没有由系统生成的格 ${given}。`,
  en: (given) => `There is no counted cell ${given}.`,
};
