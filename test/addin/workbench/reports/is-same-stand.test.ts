import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isSameStand } from "#addin/workbench/reports/submission/is-same-stand.ts";

const DRAFT = { state: "draft", may: { edit: true } } as const;

describe("whether two views of a report stand alike", () => {
  it("R8 they do while nobody handed it over or gave it back", () => {
    assert.ok(isSameStand(DRAFT, { ...DRAFT }));
    assert.ok(!isSameStand(DRAFT, { state: "submitted", submission: 1, may: { edit: false } }));
    assert.ok(!isSameStand(DRAFT, { state: "returned", submission: 1, may: { edit: true } }));
  });

  it("R8 another handing-over, or another right, is another stand", () => {
    const returned = { state: "returned", submission: 1, may: { edit: true } } as const;
    assert.ok(!isSameStand(returned, { ...returned, submission: 2 }));
    assert.ok(!isSameStand(returned, { ...returned, may: { edit: false } }));
  });
});
