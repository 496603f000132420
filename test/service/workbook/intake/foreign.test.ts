import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { FOREIGN_CASES } from "#test/fakes/workbooks/foreign-cases.ts";
import { REFUSED_CONTENT } from "#test/fakes/workbooks/refused-content.ts";
import { REFUSED_FILES } from "#test/fakes/workbooks/refused-files.ts";
import { SAME_SHEET } from "#test/fakes/workbooks/rosters.ts";
import { writeBook, WRITERS } from "#test/fakes/workbooks/writers.ts";
import { HOSTILE_CONTENT } from "#test/builders/sheet-hostile-content.ts";
import { HOSTILE_FILES } from "#test/builders/sheet-hostile-files.ts";
import { rowsSeen, valuesSeen, verdictOn } from "./foreign-reading.ts";

/** Rosters may be as big as sheets get; these are too big for an exchange workbook only. */
const NOT_TOO_BIG_HERE = new Set([
  "a value in the very last row",
  "a million empty rows",
  "ten thousand merges",
  "a sheet that inflates to 100 MB",
  "sheets that inflate to 400 MB together",
]);

describe("foreign workbooks that are read", () => {
  for (const { name, bytes, sheet, values } of FOREIGN_CASES) {
    it(`W8 ${name}`, async () => {
      const file = bytes();
      const verdict = await verdictOn(file);
      assert.ok(verdict.ok, JSON.stringify(verdict));
      assert.ok(verdict.value.complete);
      assert.deepEqual(await valuesSeen(file, sheet), values);
      const seen = verdict.value.sheets.find((one) => one.name === sheet);
      assert.equal(seen?.cells, Object.keys(values).length, "the verdict counts what is seen");
    });
  }

  for (const [program, writer] of Object.entries(WRITERS)) {
    it(`W8 a sheet as ${program} writes it`, async () => {
      const file = writeBook([SAME_SHEET], writer);
      const verdict = await verdictOn(file);
      assert.ok(verdict.ok, JSON.stringify(verdict));
      const { rows, columns, formulas, merges } = verdict.value.sheets[0]!;
      assert.deepEqual([rows, columns, formulas, merges.length], [6, 3, 1, 1]);
      assert.deepEqual(await valuesSeen(file, SAME_SHEET.name), {
        A1: "标题 <一>",
        A2: "姓名",
        B2: "出生日期",
        C2: "党费",
        A3: " 张三 ",
        B3: "1969-01-01",
        C3: 12.5,
        A4: "O'Neil",
        B4: "2026-03-01",
        C4: { value: 25, formula: "SUM(C3:C3)*2" },
        A5: true,
        B5: "1969.01",
        C5: 0,
        A6: "第一行\n第二行",
        C6: -3,
      });
    });
  }

  it("W8 rows come in order and with their physical numbers", async () => {
    const rows = await rowsSeen(writeBook([SAME_SHEET]), SAME_SHEET.name);
    assert.deepEqual(
      rows.map(({ row, cells }) => [row, cells.length]),
      [
        [0, 1],
        [1, 3],
        [2, 3],
        [3, 3],
        [4, 3],
        [5, 3],
      ],
    );
  });
});

describe("foreign workbooks that are refused", () => {
  for (const [name, make, code, what] of [...REFUSED_FILES, ...REFUSED_CONTENT]) {
    it(`W8 ${name}: ${code}${what === null ? "" : `, ${what}`}`, async () => {
      const verdict = await verdictOn(make());
      assert.ok(!verdict.ok, "refused");
      const { refusal } = verdict;
      const named = "what" in refusal ? refusal.what : "found" in refusal ? refusal.found : null;
      assert.deepEqual([refusal.code, named], [code, what]);
    });
  }
  for (const [name, make, code] of [...HOSTILE_FILES, ...HOSTILE_CONTENT]) {
    if (NOT_TOO_BIG_HERE.has(name)) continue;
    it(`W8 ${name}: ${code}, as from an exchange workbook`, async () => {
      const verdict = await verdictOn(make());
      assert.ok(!verdict.ok && verdict.refusal.code === code, JSON.stringify(verdict));
      assert.equal(Object.keys(Object.prototype).length, 0);
    });
  }
});
