import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { CompiledCell, CompiledSet } from "#core/report/compile/compiled-set.ts";
import { expandNames, type NamedConditions } from "#core/report/definition/named-conditions.ts";
import { POPULATION_NAMES } from "#core/report/definition/population-names.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import { sayCondition, type SayingLanguage } from "#core/report/tracing/say-condition.ts";

export interface RuleSaying extends Pick<FieldCatalogue, "codeList"> {
  readonly conditions: CompiledSet["conditions"];
  /** What the period gives is among them: no {年} is left unsaid. */
  readonly named: NamedConditions;
  /** Name of a field that is added up, by its key. */
  readonly label: (key: string) => Readonly<Record<SayingLanguage, string>>;
  readonly language: SayingLanguage;
}

/** Where a cell's number comes from, in words (R5b): what is counted, then every condition that must hold. */
export function sayRule({ rule, counted }: CompiledCell, saying: RuleSaying): readonly string[] {
  const { language, named } = saying;
  const words = WORDS[language];
  if (rule.kind === "formula") return [`= ${expandNames(rule.text, named).text}`];
  // Why stands in the language of the form.
  if (rule.kind === "manual") return [words.manual(expandNames(rule.why, named).text)];
  if (rule.kind === "none" || !counted) return [];
  const what = words.populations[rule.population];
  const conditions = counted.conditions.flatMap(
    (place) => saying.conditions[counted.population][place]?.condition ?? [],
  );
  return [
    counted.sumOf === null ? what : words.sum(what, saying.label(counted.sumOf)[language]),
    ...conditions.filter(({ kind }) => kind !== "always").map((each) => sayCondition(each, saying, language)),
  ];
}

interface RuleWords {
  readonly populations: Readonly<Record<PopulationName, string>>;
  sum(what: string, field: string): string;
  manual(why: string): string;
}

const WORDS: Readonly<Record<SayingLanguage, RuleWords>> = {
  zh: {
    populations: POPULATION_NAMES,
    sum: (what, field) => `${what} 求和 ${field}`,
    manual: (why) => `手填：${why}`,
  },
  en: {
    populations: {
      people: "people",
      opening: "members on the day before the period",
      movements: "comings and goings",
      leavings: "members who left",
      penalties: "disciplinary measures",
      awards: "awards",
      conversions: "conversions",
      units: "party organisations",
    },
    sum: (what, field) => `${what}: ${field}, added up`,
    manual: (why) => `filled by hand: ${why}`,
  },
};
