import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { contrastTerms } from "#core/report/tracing/contrast-terms.ts";
import { aSet } from "#test/builders/report.ts";

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

describe("two numbers against each other", () => {
  it("R5a a number that is partly last year's, filled in or multiplied has no list to contrast", () => {
    for (const cell of ["1!A6", "1!A7", "1!A8", "1!A9"]) assert.equal(contrastTerms(SET, cell), null, cell);
    assert.equal(contrastTerms(SET, "1!A5")?.length, 3);
  });
});
