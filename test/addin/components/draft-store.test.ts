import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { DraftStore, isBegun } from "#addin/components/draft-store.ts";

describe("what was begun and not sent", () => {
  let store: DraftStore;
  let told: number;

  beforeEach(() => {
    store = new DraftStore();
    told = 0;
    store.onChange(() => (told += 1));
  });

  it("W3 is one text for all boxes of its name, and each of them is told", () => {
    const leave = store.onChange(() => (told += 10));
    store.set("finding D-001", "任期顺延");
    assert.deepEqual([store.textOf("finding D-001"), store.textOf("finding D-002"), told], ["任期顺延", null, 11]);
    leave();
    store.set("finding D-001", null);
    assert.deepEqual([store.textOf("finding D-001"), store.count, told], [null, 0, 12]);
  });

  it("W3 is nothing to lose where it says nothing, or nothing new", () => {
    store.set("point 1", " ", "逐人核对");
    store.set("point 2", "逐人核对 ", "逐人核对");
    assert.deepEqual([store.count, store.textOf("point 1"), store.textOf("point 2")], [0, " ", "逐人核对 "]);
    store.set("point 2", "逐人核对完毕", "逐人核对");
    assert.equal(store.count, 1);
    assert.deepEqual([isBegun(null, ""), isBegun("", "甲"), isBegun("乙", "甲")], [false, false, true]);
  });

  it("W3 is not counted while it cannot be sent, and is there again when it can", () => {
    store.set("finding D-001", "任期顺延");
    store.set("point 1", "逐人核对");
    store.setDue("finding ", ["finding D-002"]);
    assert.deepEqual([store.count, store.textOf("finding D-001")], [1, "任期顺延"]);
    store.setDue("finding ", ["finding D-001", "finding D-002"]);
    assert.equal(store.count, 2);
  });
});
