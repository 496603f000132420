import type { QuestionProblem } from "#core/people/question/question.ts";
import type { Language } from "./language.ts";

type Sentences = Readonly<Record<QuestionProblem["problem"], (given: string) => string>>;

const zh: Sentences = {
  "unknown-field": (given) => `没有“${given}”这一项`,
  "unknown-value": (given) => `“${given}”不是这一项的值`,
  "value-expected": () => "这里应写一个值",
  "comparison-expected": () => "这里应写比较方式，如 =、>=、属于、为空",
  "field-expected": () => "这里应写一项名称，如 性别、年龄",
  "and-or-expected": (given) => `“${given}”前应写“且”或“或”`,
  "bracket-open": () => "多了一个右括号",
  "bracket-missing": () => "缺少括号",
  "quote-open": () => "引号没有成对",
  "no-order": () => "这一项只能用 = 或 != 比较",
  "year-needed": (given) => `“${given}”按年填写，请写明年份，如 ${given}.2026`,
  "too-deep": () => "括号层数太多",
  "too-long": () => "条件太长",
};

const en: Sentences = {
  "unknown-field": (given) => `there is no field "${given}"`,
  "unknown-value": (given) => `"${given}" is no value of this field`,
  "value-expected": () => "a value is wanted here",
  "comparison-expected": () => "a comparison is wanted here: =, >=, in, empty",
  "field-expected": () => "the name of a field is wanted here",
  "and-or-expected": (given) => `"and" or "or" is missing before "${given}"`,
  "bracket-open": () => "one closing bracket too many",
  "bracket-missing": () => "a bracket is missing",
  "quote-open": () => "the quotation mark is not closed",
  "no-order": () => "this field can only be compared with = or !=",
  "year-needed": (given) => `"${given}" is kept by year: write ${given}.2026`,
  "too-deep": () => "too many brackets",
  "too-long": () => "the condition is too long",
};

const TABLES: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };

/** What is wrong with a question; the place is the caller's to show. */
export function sayQuestionProblem(language: Language, { problem, given }: QuestionProblem): string {
  return TABLES[language][problem](given);
}
