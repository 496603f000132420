import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { groupBy } from "#core/kernel/group-by.ts";

describe("group by", () => {
  it("keeps keys and values in the order they came", () => {
    const groups = groupBy(["bb", "a", "cc", "d"], (text) => text.length);
    assert.deepEqual(Array.from(groups), [
      [2, ["bb", "cc"]],
      [1, ["a", "d"]],
    ]);
  });
});
