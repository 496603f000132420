import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { cellRules } from "#core/report/definition/cell-rules.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import type { TableDefinition } from "#core/report/definition/report-definition.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { compiled } from "#test/builders/report.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok, JSON.stringify(read));
const { set } = read.value;

/** Columns and rows of the form's tables, in their order. */
const SIZES =
  "1x17 15x23 10x23 7x23 9x20 9x20 6x13 10x12 8x1 9x13 8x15 6x13 6x7 17x3 9x1 15x23 3x17 10x23 10x23 10x23 8x27 8x18 8x18 " +
  "4x15 5x13 15x17 13x18 11x15 4x13 7x19 5x6 16x4 9x21 9x20 13x20 7x4 4x29 6x9 7x9 32x1 26x3 23x3 27x9";

/** The body's cells: without the blanks of supplementary lines. */
function bodyOf(table: TableDefinition) {
  return cellRules(table).filter(({ cell }) => !cell.startsWith("补"));
}

/** "D-001" to "D-113". */
function numbered(head: string, count: number, digits: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => head + String(index + 1).padStart(digits, "0"));
}

function formulaOf(table: number, cell: string): string {
  const found = set.tables[table - 1];
  const rule = found && cellRules(found).find((each) => each.cell === cell)?.rule;
  return rule?.kind === "formula" ? rule.text : (rule?.kind ?? "none");
}

describe("form of 2017", () => {
  it("R11 has 43 tables of the form's size and 5,696 cells", () => {
    assert.deepEqual(
      set.tables.map(({ no }) => no),
      Array.from({ length: 43 }, (_, index) => index + 1),
    );
    const sizes = set.tables.map(({ columns, rows }) => `${columns.length}x${rows.length}`);
    assert.equal(sizes.join(" "), SIZES);
    assert.equal(
      set.tables.reduce((sum, table) => sum + bodyOf(table).length, 0),
      5696,
    );
  });

  it("R1 is bound to the fields of records without a fault", () => {
    const { tables } = compiled(read.value);
    assert.equal(tables.length, 43);
  });

  it("R3 says of every manual cell why, in words", () => {
    const manual = set.tables.flatMap((table) =>
      cellRules(table).map(({ cell, rule }) => ({ no: table.no, cell, rule })),
    );
    for (const { no, cell, rule } of manual)
      if (rule.kind === "manual") assert.match(rule.why, /\p{Script=Han}{4}/u, `${no}!${cell}`);
  });

  it("R1 generates every cell that records answer: no manual one where people, stages, leavings and measures are counted", () => {
    const whole = [2, 3, 4, 7, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 33, 34, 35, 36, 37, 43];
    for (const no of whole) {
      const table = set.tables[no - 1];
      assert.ok(table);
      const others = bodyOf(table).filter(({ rule }) => rule.kind !== "generated" && rule.kind !== "formula");
      assert.deepEqual(others, [], `table ${no}`);
    }
    const rules = set.tables.flatMap((table) => bodyOf(table).map(({ rule }) => rule.kind));
    assert.ok(rules.filter((kind) => kind === "generated").length > 4800);
  });

  it("R4 adds up table 1 by the form's own formulas", () => {
    assert.equal(formulaOf(1, "A2"), "行3 + 行5 + 行7");
    assert.equal(formulaOf(1, "A9"), "行10 + 行11 + 行12 + 行13");
    assert.equal(formulaOf(1, "A15"), "行1 + 行2 - 行9");
    assert.equal(formulaOf(1, "A17"), "行16 - 行15");
    assert.equal(formulaOf(1, "A16"), "generated");
  });

  it("R4 has every check that the headings, the instructions and the lists to be handed in ask for", () => {
    const codes = new Set(set.checks.map(({ code }) => code.replace(/\.\d+$/, "")));
    const wanted = [
      ...numbered("D-", 113, 3),
      ...numbered("X-", 11, 2),
      ...numbered("L-", 17, 1),
      ...numbered("F-T1-", 4, 1),
      ...numbered("F-T24-", 4, 1),
      ...["A-2", "A-3", "A-5", "A-6", "A-7", "A-8", "A-9", "A-10"],
    ];
    assert.deepEqual(
      wanted.filter((code) => !codes.has(code)),
      [],
    );
    for (const { code, text } of set.checks) assert.match(text, /\p{Script=Han}{4}/u, code);
  });

  it("R1 has a rule for every blank of the supplementary lines", () => {
    const blanks = set.tables.flatMap(({ no, supplement }) =>
      supplement.flatMap((line) => line.blanks.map(({ kind }) => `${no} ${line.no} ${kind}`)),
    );
    assert.equal(blanks.length, 159);
    assert.deepEqual(
      blanks.filter((blank) => blank.endsWith("none")),
      [],
    );
  });

  it("R11 has the suspect headings mended", () => {
    const heading = (table: number, column: string) =>
      set.tables[table - 1]?.columns.find(({ id }) => id === column)?.path.join("/");
    assert.equal(heading(38, "E"), "书记、副书记选举方式/差额选举");
    const rows = set.tables[33]?.rows.map(({ path }) => path.join("/")) ?? [];
    assert.equal(rows[0], "流入党员总数");
    assert.ok(rows.every((row) => !row.includes("流出")));
    assert.deepEqual(set.tables[6]?.rows[11]?.path, ["中专生"]);
  });
});
