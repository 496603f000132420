import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cellsByKey, signedLeaves, signedTerms } from "#core/report/tracing/signed-terms.ts";
import { aSet } from "#test/builders/report.ts";

const SET = aSet([
  `表 1 甲
统计 人员
其中 在册
列
A | 总数 | 全部
行
1 | 女 | 性别 = 女
2 | 男 | 性别 = 男
3 | 合计 | = 行1 + 行2
4 | 差 | = 行3 - (行1 - 行2)
5 | 一半 | = 行3 * 2
6 | 手工 | 手填：没有来源`,
]);

const leaves = (cell: string) => signedLeaves(cellsByKey(SET), { cell, sign: 1 });

describe("cells behind a formula", () => {
  it("R5 they are told with their signs, those that a bracket turns over too", () => {
    const formula = cellsByKey(SET).get("1!A4")?.rule;
    assert.ok(formula?.kind === "formula");
    assert.deepEqual(signedTerms(formula.formula, { table: 1, cell: "A4" }), [
      { cell: "1!A3", sign: 1 },
      { cell: "1!A1", sign: -1 },
      { cell: "1!A2", sign: 1 },
    ]);
  });

  it("R5 formulas over formulas go down to what is counted or filled in", () => {
    assert.deepEqual(leaves("1!A4"), [
      { cell: "1!A1", sign: 1 },
      { cell: "1!A2", sign: 1 },
      { cell: "1!A1", sign: -1 },
      { cell: "1!A2", sign: 1 },
    ]);
    assert.deepEqual(leaves("1!A6"), [{ cell: "1!A6", sign: 1 }]);
    assert.equal(leaves("1!A5"), null, "a product is no sum of lists");
  });
});
