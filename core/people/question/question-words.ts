import type { Comparison } from "./question.ts";

/** What a word can mean besides a field or a value. Words stand apart, by blanks or signs: 不困难 is no negation. */
export type Keyword =
  "and" | "or" | "not" | "in" | "not-in" | "empty" | "not-empty" | "between" | "to" | "contains" | "today";

const WORDS: Readonly<Record<Keyword, readonly string[]>> = {
  and: ["且", "并且", "和", "and", "&&"],
  or: ["或", "或者", "or", "||"],
  not: ["非", "不", "not", "!"],
  in: ["in", "属于", "为其中之一"],
  "not-in": ["不属于"],
  empty: ["为空", "是空", "empty"],
  "not-empty": ["不为空", "非空", "filled"],
  between: ["between", "在", "介于"],
  to: ["至", "到", "to"],
  contains: ["contains", "包含", "含"],
  today: ["today", "今天", "当日", "期末"],
};

const SIGNS: Readonly<Record<Comparison, readonly string[]>> = {
  "=": ["=", "==", "等于", "是", "is"],
  "!=": ["!=", "<>", "≠", "不等于", "不是"],
  "<": ["<", "小于", "早于"],
  "<=": ["<=", "≤", "不大于", "不晚于"],
  ">": [">", "大于", "晚于"],
  ">=": [">=", "≥", "不小于", "不早于"],
};

export const KEYWORDS: ReadonlyMap<string, Keyword> = reversed(WORDS);
export const COMPARISONS: ReadonlyMap<string, Comparison> = reversed(SIGNS);

function reversed<Meaning extends string>(
  table: Readonly<Record<Meaning, readonly string[]>>,
): ReadonlyMap<string, Meaning> {
  const meanings = Object.keys(table) as Meaning[];
  return new Map(meanings.flatMap((meaning) => table[meaning].map((word) => [word, meaning] as const)));
}
