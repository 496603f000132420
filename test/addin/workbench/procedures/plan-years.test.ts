import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { planYears, usualPlanYear } from "#addin/workbench/procedures/plan-years.ts";

describe("years of plans", () => {
  it("M7 M8 autumn is for next year's plan, spring for this year's list", () => {
    assert.deepEqual(
      ["2026-03-01", "2026-08-31", "2026-09-01", "2026-12-10"].map(usualPlanYear),
      [2026, 2026, 2027, 2027],
    );
    assert.deepEqual(planYears("2026-12-10"), [2027, 2026, 2025, 2024]);
  });
});
