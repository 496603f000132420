import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import { populationNamed } from "./population-names.ts";
import type { PopulationName, Rule } from "./report-definition.ts";

export interface RuleProblem {
  readonly code: "rule-unreadable";
  readonly given: string;
  readonly problem: DefinitionProblem["problem"];
}

const MANUAL = /^手填(?:[：:]\s*(.*))?$/su;
const POPULATION = /^\[([^\]]*)\]\s*/u;
const SUM = /^求和\s+(\S+)(?:\s+其中\s+(.*))?$/su;

/**
 * Reads what stands after the second bar: `全部`, a condition, `= 行3 + 行5`, `求和 在岗职工数 其中 ...`, `手填：why`, `空`;
 * before a condition or sum may stand what is counted: `[变动] ...`.
 */
export function readRule(text: string): Result<Rule, RuleProblem> {
  const given = text.trim();
  if (given === "空") return ok({ kind: "none" });
  const manual = MANUAL.exec(given);
  if (manual) return readManual(given, manual[1]?.trim() ?? "");
  if (given.startsWith("=")) return readFormulaRule(given.slice(1).trim());
  const [named = "", name] = POPULATION.exec(given) ?? [];
  const population = name === undefined ? null : populationNamed(name);
  if (population === undefined) return wrong(given, "population-unknown");
  return readCounted(given.slice(named.length), population);
}

/** 全部 asks for everybody, as an empty condition does. */
export function conditionText(text: string): string {
  const given = text.trim();
  return given === "全部" ? "" : given;
}

function readCounted(text: string, population: PopulationName | null): Result<Rule, RuleProblem> {
  const [, field, where = ""] = SUM.exec(text) ?? [];
  if (field !== undefined) return ok({ kind: "sum", population, field, where: conditionText(where) });
  return text === "" ? wrong(text, "line-crooked") : ok({ kind: "count", population, where: conditionText(text) });
}

function readManual(given: string, why: string): Result<Rule, RuleProblem> {
  return why === "" ? wrong(given, "why-missing") : ok({ kind: "manual", why });
}

function readFormulaRule(text: string): Result<Rule, RuleProblem> {
  const formula = parseFormula(text);
  if (!formula.ok) return wrong(formula.refusal.given, formula.refusal.problem);
  return ok({ kind: "formula", text, formula: formula.value });
}

function wrong(given: string, problem: RuleProblem["problem"]) {
  return refuse({ code: "rule-unreadable", given, problem } as const);
}
