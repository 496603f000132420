import assert from "node:assert/strict";
import { describe, it } from "mocha";
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
});
