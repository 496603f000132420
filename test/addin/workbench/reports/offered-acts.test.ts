import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { offeredActs } from "#addin/workbench/reports/desk/offered-acts.ts";

const OVERRIDE = {
  generated: 3,
  then: 3,
  stale: false,
  who: "王明",
  at: "2026-12-01T01:00:00.000Z",
  reason: "核定人数",
};

describe("what the menu offers on a cell of a report", () => {
  it("R5 records stand behind counted and calculated numbers, not behind what was filled in", () => {
    const traced = (["generated", "formula", "manual"] as const).map((kind) => offeredActs({ kind }, false).trace);
    assert.deepEqual(traced, [true, true, false]);
  });

  it("R3 a number is restored where it was forced, or typed over and not sent", () => {
    assert.ok(!offeredActs({ kind: "generated" }, false).restore);
    assert.ok(offeredActs({ kind: "generated" }, true).restore);
    assert.ok(offeredActs({ kind: "generated", override: OVERRIDE }, false).restore);
  });

  it("offers nothing beside the form", () => {
    assert.deepEqual(offeredActs(null, false), { trace: false, restore: false, any: false });
  });
});
