import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { aSet } from "#test/builders/report.ts";

const SET = aSet([
  `表 1 经费
列
A | 万元 | 手填：账目不在记录中
行
1 | 合计 | = 行2 + 行3
2 | 甲 | 全部
3 | 乙 | 全部
格
A1 | = 行2 + 行3`,
]);

describe("numbers of a set", () => {
  it("R1 formula cells are sums of amounts, without what floating point leaves behind them", () => {
    const entered = new Map([
      ["1!A2", 0.1],
      ["1!A3", 0.2],
    ]);
    const values = completeValues(SET, { generated: new Map(), entered, lastYear: () => null });
    assert.equal(values.get("1!A1"), 0.3);
  });
});
