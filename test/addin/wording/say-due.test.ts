import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayDue, sayDuty } from "#addin/wording/report/say-due.ts";

const DAY = "2026-12-31";

describe("a deadline of a report", () => {
  it("R1 says how many days are left, or how late it is", () => {
    const told = (left: number) => sayDue("zh-CN", { due: { on: DAY, left }, state: "draft" });
    assert.match(told(3), /2026-12-31.*3 天/);
    assert.match(told(-2), /2026-12-31.*2 天/);
    assert.notEqual(told(2), told(-2));
    assert.match(sayDue("en", { due: { on: DAY, left: 1 }, state: "returned" }), /2026-12-31.*1 day\b/);
  });

  it("R1 of a report that was handed over, whether that was in time: no days run any more", () => {
    const told = (left: number, state: "submitted" | "accepted") => sayDue("en", { due: { on: DAY, left }, state });
    for (const state of ["submitted", "accepted"] as const) {
      assert.doesNotMatch(told(5, state), /left/);
      assert.match(told(-5, state), /late/);
    }
  });

  it("R1 nobody knows whether records were cleaned in time: such a day only passes", () => {
    const told = (left: number, duty: "clean-up" | "submit") =>
      sayDuty("zh-CN", { due: { on: DAY, left, duty }, state: "draft" });
    assert.equal(told(-4, "clean-up"), DAY);
    assert.notEqual(told(-4, "submit"), DAY);
    assert.notEqual(told(4, "clean-up"), DAY);
  });
});
