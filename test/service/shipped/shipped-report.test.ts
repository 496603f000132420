import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { readFormIn } from "#service/shipped/shipped-report.ts";

describe("forms that come along", () => {
  it("R1 the half-year report is a form of its own, made of tables of the year's", async () => {
    const read = await readFormIn(join(SHIPPED, "annual-report", "2017-half"));
    assert.ok(read.ok, JSON.stringify(read));
    const { set } = read.value;
    assert.equal(set.period, "half-year");
    assert.deepEqual(
      set.tables.map(({ no }) => no),
      [1, 2, 3, 7, 10, 16, 24, 25],
    );
    assert.ok(
      set.checks.some(({ code }) => code === "X-01.1"),
      "tables 1 and 2 are checked against each other",
    );
  });
});
