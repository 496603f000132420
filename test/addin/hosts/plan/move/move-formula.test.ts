import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { equalFormula, lineMap, moveFormula } from "#addin/hosts/plan/move/move-formula.ts";

/** Rows 2, 3, 4 stand in 2, 4, 7 by now; column C moved to F; the tab is called otherwise. */
const own = {
  row: lineMap([1, 2, 3], [1, 3, 6]),
  column: lineMap([1, 2], [1, 5]),
  tab: "改名's",
};
const moved = (formula: string) =>
  moveFormula(formula, (sheet) => (sheet === null || sheet === "定量任务" ? own : undefined));

describe("formulas that follow their rows and columns", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["a cell", "B3", "B4"],
    ["a fixed cell", "$C$4*2", "$F$7*2"],
    ["a range covers all lines between", "SUM(B2:B4)", "SUM(B2:B7)"],
    ["another tab of ours, by its name now", "定量任务!C3+'定量任务'!B2", "'改名''s'!F4+'改名''s'!B2"],
    ["a tab of the officer's", "Sheet1!B3", "Sheet1!B3"],
    ["texts", 'IF(B3="B3 ""C4""","C4",1)', 'IF(B4="B3 ""C4""","C4",1)'],
    ["names that look like cells", "第1部分小计+LOG10(B3)+A1B2C3", "第1部分小计+LOG10(B4)+A1B2C3"],
    ["lines that are not ours keep their distance", "B6", "B9"],
  ];
  for (const [name, formula, expected] of cases)
    it(`W2 ${name}`, () => {
      assert.equal(moved(formula), expected);
    });

  it("W2 a range over lines that were sorted covers all of them", () => {
    const maps = { row: lineMap([1, 2, 3], [3, 1, 2]), column: lineMap([], []), tab: "" };
    assert.equal(
      moveFormula("SUM(B2:B3)", () => maps),
      "SUM(B2:B4)",
    );
  });

  it("formulas differ only where a spreadsheet would say so", () => {
    assert.equal(equalFormula("sum( B2:B4 )", "SUM(B2:B4)"), true);
    assert.equal(equalFormula("'定量任务'!B2", "定量任务!B2"), true);
    assert.equal(equalFormula('"a b"', '"ab"'), false);
  });
});
