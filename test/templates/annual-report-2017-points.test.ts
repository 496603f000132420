import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { rollupModes } from "#core/report/rollup/rollup-mode.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { readFormIn } from "#service/shipped/shipped-report.ts";
import { compiled } from "#test/builders/report.ts";

describe("points of the audit of the 2017 form", () => {
  it("R8 every table is asked about, with numbers that the form has", async () => {
    const read = await readFormIn(join(SHIPPED, "annual-report", "2017"));
    assert.ok(read.ok);
    const { set } = compiled(read.value);
    const asked = new Set(set.points.map(({ table }) => table));
    assert.deepEqual(
      set.tables.map(({ no }) => no).filter((no) => !asked.has(no)),
      [],
    );
    assert.ok(asked.has(null), "and the report as a whole");
    for (const { code, text } of set.points) assert.ok(text.length >= 8, code);
  });

  it("R13 averages of table 40 are not added up, amounts are", async () => {
    const read = await readFormIn(join(SHIPPED, "annual-report", "2017"));
    assert.ok(read.ok);
    const table = compiled(read.value).tables.find(({ definition }) => definition.no === 40);
    assert.ok(table);
    const modeOf = rollupModes(table.definition);
    const modes = new Map(table.cells.map((cell) => [cell.cell, modeOf(cell)]));
    assert.deepEqual(
      ["S1", "T1", "U1", "A1", "B1", "D1"].map((cell) => modes.get(cell)),
      [...["none", "none", "none", "none"], ...["own-and-sum", "own-and-sum"]],
    );
  });

  it("R11 a form that takes tables over takes what is asked about them", async () => {
    const read = await readFormIn(join(SHIPPED, "annual-report", "2017-half"));
    assert.ok(read.ok);
    const { set } = compiled(read.value);
    const tables = new Set(set.tables.map(({ no }) => no));
    assert.ok(set.points.length > 0);
    for (const { code, table } of set.points) assert.ok(table !== null && tables.has(table), code);
  });
});
