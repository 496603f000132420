import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition } from "#core/people/question/question.ts";
import type { Population } from "#core/report/population/population.ts";
import { REPORT_DAY } from "#test/builders/report.ts";

/** A field as whole numbers in the order of its texts: the best that others are given, most tests are one comparison of numbers. */
export interface RankedColumn {
  readonly key: string;
  /** In their order, by rank. */
  readonly texts: readonly string[];
  /** By row. */
  readonly rankAt: (row: number) => number;
}

export interface RankRange {
  readonly from: number;
  readonly to: number;
}

export function rankedColumn(population: Population, key: string): RankedColumn {
  return rankedBy(population, key, population.column(key).values.toSorted());
}

/** Dates that are compared with each other, in one order; an empty one is 0. */
export function rankedDates(population: Population, keys: readonly string[]): readonly RankedColumn[] {
  const texts = [...new Set(["", ...keys.flatMap((key) => population.column(key).values)])].sort();
  if (new Set(texts.map(({ length }) => length)).size > 2) throw new Error("dates of one precision are expected");
  return keys.map((key) => rankedBy(population, key, texts));
}

function rankedBy(population: Population, key: string, texts: readonly string[]): RankedColumn {
  const { values, codes } = population.column(key);
  const rank = new Map(texts.map((text, index) => [text, index]));
  const rankOf = values.map((text) => rank.get(text) ?? 0);
  return { key, texts, rankAt: (row) => rankOf[codes[row] ?? 0] ?? 0 };
}

/** The ranks for which a condition that looks at no other field holds. */
export function rangesOf(condition: Condition, { key, texts }: RankedColumn): readonly RankRange[] {
  const holds = predicateOf(condition);
  const held = texts.map((text) => holds({ facts: { [key]: text }, day: REPORT_DAY }));
  const ranges: RankRange[] = [];
  for (let from = 0; from < held.length; from += 1) {
    if (held[from] !== true) continue;
    let to = from;
    while (held[to + 1] === true) to += 1;
    ranges.push({ from, to });
    from = to;
  }
  return ranges;
}
