import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { columnLetters, columnNumber } from "#core/report/formula/cell-name.ts";
import type { Term } from "#core/report/formula/formula-cells.ts";
import type { Formula } from "#core/report/formula/formula.ts";
import { parseFormula } from "#core/report/formula/parse-formula.ts";

/** A formula written out again with all its brackets. */
function written(text: string): string {
  const formula = parseFormula(text);
  assert.ok(formula.ok, `${text}: ${JSON.stringify(formula)}`);
  return textOf(formula.value);
}

function textOf(formula: Formula): string {
  if ("left" in formula) return `(${textOf(formula.left)} ${SIGNS[formula.kind]} ${textOf(formula.right)})`;
  return formula.kind === "number" ? String(formula.value) : placeText(formula);
}

function placeText(term: Term): string {
  switch (term.kind) {
    case "cell":
      return lastYear(term.lastYear, addressOf(term.at));
    case "range":
      return lastYear(term.lastYear, `${addressOf(term.from)}..${term.to.cell}`);
    case "row":
      return `行${term.row}`;
    case "rows":
      return `行${term.from}..行${term.to}`;
    case "column":
      return term.column;
    case "columns":
      return `${term.from}..${term.to}`;
  }
}

const SIGNS = { plus: "+", minus: "-", times: "*" };

function addressOf({ table, cell }: { readonly table: number | null; readonly cell: string }): string {
  return table === null ? cell : `${table}!${cell}`;
}

function lastYear(is: boolean, text: string): string {
  return is ? `上年(${text})` : text;
}

function problemOf(text: string): string {
  const formula = parseFormula(text);
  assert.ok(!formula.ok, text);
  return `${formula.refusal.problem}@${formula.refusal.at}`;
}

describe("formula of a report", () => {
  it("R1 reads rows, columns, cells, blanks and runs of them", () => {
    assert.equal(written("行3 + 行5+行7"), "((行3 + 行5) + 行7)");
    assert.equal(written("B + H"), "(B + H)");
    assert.equal(written("C..G"), "C..G");
    assert.equal(written("行8..行11"), "行8..行11");
    assert.equal(written("25!E1"), "25!E1");
    assert.equal(written("2!AB12..AB14"), "2!AB12..AB14");
    assert.equal(written("补5.3 + 24!补5.4"), "(补5.3 + 24!补5.4)");
    assert.equal(written("上年(1!A16)"), "上年(1!A16)");
    assert.equal(written("上年（A3..A9）"), "上年(A3..A9)");
  });

  it("R1 takes products before sums, from left to right, brackets first", () => {
    assert.equal(written("A1 - A2 - A3 * 2"), "((A1 - A2) - (A3 * 2))");
    assert.equal(written("(A1 - (A2 + A3)) * 2"), "((A1 - (A2 + A3)) * 2)");
    assert.equal(written("（A1）"), "A1");
  });

  it("R4 says where a formula cannot be read", () => {
    assert.equal(problemOf(""), "cell-expected@0");
    assert.equal(problemOf("行3 +"), "cell-expected@4");
    assert.equal(problemOf("行3 行5"), "sign-expected@3");
    assert.equal(problemOf("A1 + 党员"), "cell-expected@5");
    assert.equal(problemOf("(A1 + A2"), "bracket-missing@8");
    assert.equal(problemOf("上年(A1"), "bracket-missing@5");
    assert.equal(problemOf("上年(行3)"), "cell-expected@3");
    assert.equal(problemOf("A1..B2"), "range-crooked@4");
    assert.equal(problemOf("A..行3"), "range-crooked@3");
    assert.equal(problemOf("A1..2!A3"), "range-crooked@4");
    assert.equal(problemOf("补1.1..补1.3"), "range-crooked@6");
    assert.equal(problemOf("A1 + ".repeat(500)), "too-long@2000");
  });

  it("R4 reads again what it wrote", () => {
    const one = fc.oneof(
      fc.integer({ min: 1, max: 999 }).map((row) => `行${row}`),
      fc.integer({ min: 1, max: 60 }).map(columnLetters),
      fc
        .tuple(fc.integer({ min: 1, max: 43 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 99 }))
        .map(([table, column, row]) => `${table}!${columnLetters(column)}${row}`),
      fc.nat({ max: 999 }).map(String),
    );
    const sums = fc.array(fc.tuple(fc.constantFrom("+", "-", "*"), one), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(one, sums, (first, rest) => {
        const text = `${first} ${rest.map(([sign, part]) => `${sign} ${part}`).join(" ")}`;
        assert.equal(written(written(text)), written(text));
      }),
    );
  });

  it("R1 counts columns as a sheet does", () => {
    assert.deepEqual([1, 26, 27, 52, 53].map(columnLetters), ["A", "Z", "AA", "AZ", "BA"]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 702 }), (no) => columnNumber(columnLetters(no)) === no));
  });
});
