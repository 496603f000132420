import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readChecks } from "#core/report/check/read-checks.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { relationText } from "#core/report/check/relation-text.ts";
import { saySides } from "#addin/wording/report/say-sides.ts";

describe("what a check compared", () => {
  it("R4 is not said as if what does not hold held", () => {
    const finding = { left: 180, relation: "=", right: 179 };
    assert.equal(saySides("zh-CN", finding), "180（应 = 179）");
    assert.equal(saySides("en", finding), "180 (should be = 179)");
  });

  it("R4 signs stand as one writes them", () => {
    assert.equal(saySides("zh-CN", { left: 3, relation: "<=", right: 2 }), "3（应 ≤ 2）");
    assert.equal(saySides("en", { left: 3, relation: ">=", right: 4 }), "3 (should be ≥ 4)");
    assert.equal(saySides("en", { left: 3, relation: "!=", right: 3 }), "3 (should be ≠ 3)");
  });

  it("R4 a relation in words is said in the language of the screen", () => {
    const of = (text: string) => {
      const [check] = readChecks(`E-3 提示 | ${text} | 说明`, new ProblemList("checks.txt"));
      assert.ok(check, text);
      return relationText(check.test);
    };
    const [both, either, band] = [of("1!A1 同有同无 1!B1"), of("1!A1 二者居一 1!B1"), of("1!A1 变动 20% 或 50")];
    const said = (relation: string) => [
      saySides("zh-CN", { left: 3, relation, right: 0 }),
      saySides("en", { left: 3, relation, right: 0 }),
    ];
    assert.deepEqual(said(both), ["3、0（应：同有同无）", "3, 0 (should be: both or neither)"]);
    assert.deepEqual(said(either), ["3、0（应：二者居一）", "3, 0 (should be: not both)"]);
    assert.deepEqual(said(band), ["3、0（应：变动 ≤ 20% 或 50）", "3, 0 (should be: change ≤ 20% or 50)"]);
  });
});
