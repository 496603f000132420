import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { ScopeCounter } from "#core/report/counting/tabulate.ts";
import { contrast, type Contrast } from "#core/report/tracing/contrast.ts";
import { contrastTerms } from "#core/report/tracing/contrast-terms.ts";
import { aPerson } from "#test/builders/person.ts";
import { aSet, REPORT_DAY, somePopulations } from "#test/builders/report.ts";

const SET = aSet([
  `表 1 甲
统计 人员
其中 在册
列
A | 总数 | 全部
行
1 | 全部 | 全部
2 | 女 | 性别 = 女
3 | 本科 | 学历 = 大学本科
4 | 男 | 性别 = 男
5 | 差 | = 行1 - 行2 - 行3
6 | 比上年 | = 行1 - 上年(A1)
7 | 比上年的差 | = 行6 + 行2
8 | 手工 | 手填：没有来源
9 | 连同手工 | = 行1 + 行8`,
]);

const UNIT = "b1";
const PEOPLE = [
  { id: "man", facts: { sex: "1", education: "61" } },
  { id: "woman", facts: { sex: "2", education: "61" } },
  { id: "woman-bachelor", facts: { sex: "2", education: "21" } },
].map(({ id, facts }) =>
  aPerson({ id, unit: UNIT, facts: { joinedOn: "2015-06-01", convertedOn: "2016-06-01", ...facts } }),
);

function contrastOf(first: string, second: string, most = 100): Contrast {
  const cache = new ConditionCache(SET, somePopulations(SET, PEOPLE), REPORT_DAY);
  const units = new Set([UNIT]);
  const [one, other] = [contrastTerms(SET, first), contrastTerms(SET, second)];
  assert.ok(one && other);
  const counter = new ScopeCounter(cache, units);
  return contrast(one, other, { compiled: SET, cache, counter, shown: ["name"], units, most });
}

const told = ({ rows }: Contrast["onlyFirst"]) =>
  rows.map(({ record, term, why }) => [record, term.sign, term.cell, why.kind]);

describe("two numbers against each other", () => {
  it("R5a a number that is partly last year's, filled in or multiplied has no list to contrast", () => {
    for (const cell of ["1!A6", "1!A7", "1!A8", "1!A9"]) assert.equal(contrastTerms(SET, cell), null, cell);
    assert.equal(contrastTerms(SET, "1!A5")?.length, 3);
  });

  it("R5a R5b who is taken off more often than added stands with minus, under a cell that takes him off", () => {
    const { onlyFirst, onlySecond, both } = contrastOf("1!A5", "1!A4");
    assert.deepEqual(told(onlyFirst), [["woman-bachelor", -1, "1!A2", "condition"]]);
    assert.deepEqual([told(onlySecond), both], [[], 1]);
    const back = contrastOf("1!A2", "1!A5");
    assert.deepEqual(told(back.onlyFirst), [["woman", 1, "1!A2", "balanced"]]);
    assert.deepEqual(told(back.onlySecond), [["man", 1, "1!A1", "condition"]]);
  });

  it("R5a only the rows that are listed are given a reason; the others are counted", () => {
    const { onlyFirst, both } = contrastOf("1!A1", "1!A3", 1);
    assert.deepEqual(told(onlyFirst), [["man", 1, "1!A1", "condition"]]);
    assert.deepEqual([onlyFirst.left, both], [1, 1]);
  });
});
