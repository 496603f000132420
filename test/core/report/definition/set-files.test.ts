import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isSetFile } from "#core/report/definition/set-files.ts";

describe("files of a form's folder", () => {
  it("R1 are its tables and what stands beside them; notes are none", () => {
    const form = [
      "set.txt",
      "row-stubs.txt",
      "conditions.txt",
      "checks.txt",
      "points.txt",
      "table-01.txt",
      "table-100.txt",
    ];
    const others = ["README.md", "notes.txt", "table-1.txt", "table-01.txt.old", "old-set.txt"];
    assert.deepEqual([...others, ...form].filter(isSetFile), form);
  });
});
