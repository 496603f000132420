import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { parseAddress } from "#core/sheet/cell-address.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { openingFromReading } from "#core/report/opening/opening-from-reading.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { openingBook } from "#core/sheet/report/opening-book.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import { aReportView } from "#test/builders/report-view.ts";
import { aSet } from "#test/builders/report.ts";
import { tableText } from "#test/builders/report-definition.ts";
import { aReading, withCell } from "#test/builders/sheet-reading.ts";

const SET = aSet([
  tableText({
    rows: "1 | 总计 | 全部\n2 | 其他 | 手填：不在记录中\n3 | 合计 | = 行1 + 行2",
    rest: "补充资料\n1 | 共____名\n1.1 | 手填：不在记录中",
  }),
]);
const CELLS = ["1!A1", "1!B1", "1!A2", "1!B2", "1!补1.1"];

const bookOf = (now: ReadonlyMap<string, number>) => aReading(reportBook(aReportView(SET, { now }), REPORT_WORDS_ZH));

/** As it is issued: with these numbers of this year. */
const issuedWith = (set: CompiledSet, numbers: Readonly<Record<string, number>> = {}) => {
  const book = reportBook(aReportView(set, { now: new Map(Object.entries(numbers)) }), REPORT_WORDS_ZH);
  return { base: snapshotOfBook(book), reading: aReading(book) };
};
const EMPTY = issuedWith(SET).base;
const typedInto = (reading: BookReading, address: string, value: number) => {
  const keys = keysOfReportCell(address) ?? assert.fail(address);
  return withCell(reading, { ...keys, sheet: `表${keys.sheet.slice(1)}` }, { value });
};

describe("opening figures out of a workbook", () => {
  it("R14 gives back every number that stands in it, and what the form computes from them", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...CELLS), fc.nat(9_999)), (numbers) => {
        const read = openingFromReading(bookOf(new Map(Object.entries(numbers))), SET, EMPTY);
        assert.deepEqual(read.refused, []);
        for (const cell of CELLS) assert.equal(read.values[cell], numbers[cell], cell);
        if (Object.keys(numbers).length === 0) assert.deepEqual(read.values, {});
        else assert.equal(read.values["1!A3"], (numbers["1!A1"] ?? 0) + (numbers["1!A2"] ?? 0));
      }),
    );
  });

  it("R14 takes what was typed over it, wherever its tab and columns are by now, and says what is no number", () => {
    const keys = { ...(keysOfReportCell("1!A2") ?? assert.fail("no such cell")), sheet: "表1" };
    const typed = withCell(bookOf(new Map([["1!A1", 4]])), keys, { value: "１２" });
    const renamed = { ...typed, sheets: typed.sheets.map((sheet) => ({ ...sheet, name: `旧 ${sheet.name}` })) };
    const read = openingFromReading({ ...renamed, sheets: renamed.sheets.toReversed() }, SET, EMPTY);
    assert.deepEqual([read.values["1!A1"], read.values["1!A2"], read.values["1!A3"]], [4, 12, 16]);
    const wrong = openingFromReading(withCell(typed, keys, { value: "不详" }), SET, EMPTY);
    const [{ cell, problem } = assert.fail("nothing was refused"), ...more] = wrong.refused;
    assert.deepEqual([cell, problem, more], ["1!A2", "not-a-number", []]);
    const place = wrong.places.get("1!A2");
    const sheet = typed.sheets.find(({ name }) => name === place?.sheet);
    const at = parseAddress(place?.address ?? "");
    assert.equal(at && sheet?.rows[at.row]?.[at.column]?.value, "１２", "where it stands in the workbook");
  });

  it("R14 finds nothing in a workbook that the program did not make", () => {
    const foreign = { meta: null, sheets: [{ name: "表1", rows: [[{ value: "人数" }, { value: 4 }]] }] };
    const nothing = { values: {}, refused: [], places: new Map(), unchanged: 0 };
    const { problems, ...given } = openingFromReading(foreign, SET, EMPTY);
    assert.deepEqual(given, nothing);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["key-row-missing"],
    );
  });

  it("R14 a table without a number gives none, not even a computed nought", () => {
    const two = aSet([
      tableText({ rows: "1 | 总计 | 全部\n2 | 合计 | = 行1" }),
      tableText({ head: "表 2 人数\n统计 人员", rows: "1 | 总计 | 全部\n2 | 合计 | = 行1" }),
    ]);
    const read = openingFromReading(
      aReading(reportBook(aReportView(two, { now: new Map([["1!A1", 4]]) }), REPORT_WORDS_ZH)),
      two,
      issuedWith(two).base,
    );
    assert.deepEqual(
      Object.keys(read.values).filter((cell) => cell.startsWith("2!")),
      [],
    );
    assert.equal(read.values["1!A2"], 4);
  });

  it("R14 what stands as it was issued is this year's: left out, counted, and no part of a sum", () => {
    const { base, reading } = issuedWith(SET, { "1!A1": 40, "1!B1": 20, "1!A2": 0, "1!补1.1": 5 });
    assert.deepEqual(openingFromReading(reading, SET, base).values, {});
    const read = openingFromReading(typedInto(reading, "1!A1", 36), SET, base);
    assert.deepEqual(read.values, { "1!A1": 36, "1!A3": 36 });
    assert.equal(read.unchanged, 3, "women, a nought and a blank");
    const beside = openingFromReading(typedInto(reading, "1!A2", 3), SET, base);
    assert.deepEqual(beside.values, { "1!A2": 3 }, "last year's sum is not this year's number and 3");
  });

  it("R14 an empty form gives every number that was typed into it, this year's own ones too; it names its year", () => {
    const view = aReportView(SET, { now: new Map([["1!A1", 40]]) });
    const book = openingBook({ ...view, ask: { ...view.ask, on: "2024-12-31" } }, REPORT_WORDS_ZH);
    assert.match(book.title, /^2024年期初数/u);
    assert.equal(book.identity.kind, "opening");
    const [base, empty] = [snapshotOfBook(book), aReading(book)];
    assert.deepEqual(openingFromReading(empty, SET, base).values, {});
    const typed = openingFromReading(typedInto(typedInto(empty, "1!A1", 40), "1!A2", 0), SET, base);
    assert.deepEqual([typed.values["1!A1"], typed.values["1!A2"], typed.values["1!A3"]], [40, 0, 40]);
    assert.deepEqual([typed.unchanged, typed.problems], [0, []]);
  });

  it("W2 R14 of a table that was copied inside the workbook, or whose row was doubled, only what can be told apart is taken", () => {
    const { base, reading } = issuedWith(SET, { "1!A1": 40 });
    const typed = typedInto(reading, "1!A1", 36);
    const [table = assert.fail("no table")] = typed.sheets.filter(({ name }) => name === "表1");
    const other = typedInto(reading, "1!A1", 99).sheets.filter(({ name }) => name === "表1");
    for (const sheets of [
      [...typed.sheets, ...other.map((sheet) => ({ ...sheet, name: "表1 (2)" }))],
      [...other.map((sheet) => ({ ...sheet, name: "表1 (2)" })), ...typed.sheets],
    ]) {
      const read = openingFromReading({ ...typed, sheets }, SET, base);
      assert.equal(read.values["1!A1"], 36);
      assert.deepEqual(read.problems, [{ code: "sheet-copied", sheet: "表1 (2)", original: "表1" }]);
    }
    const rows = table.rows.flatMap((row) => (row[0]?.value === "r1" ? [row, row] : [row]));
    const doubled = { ...typed, sheets: typed.sheets.map((sheet) => (sheet === table ? { ...sheet, rows } : sheet)) };
    const read = openingFromReading(doubled, SET, base);
    assert.equal(read.values["1!A1"], undefined);
    assert.deepEqual([...new Set(read.problems.map(({ code }) => code))], ["row-key-doubled"]);
  });

  it("R14 a sum over a table that nobody filled is not known: it is what was typed there, or nothing", () => {
    const two = aSet([
      tableText({ columns: "A | 总数 | 全部", rows: "1 | 总计 | 全部\n2 | 建制村 | = 2!A1\n3 | 合计 | = 行1 + 行2" }),
      tableText({ head: "表 2 单位\n统计 人员", rows: "1 | 总计 | 全部" }),
    ]);
    const { base, reading } = issuedWith(two);
    const one = typedInto(reading, "1!A1", 30);
    assert.deepEqual(openingFromReading(one, two, base).values, { "1!A1": 30 });
    const typed = typedInto(one, "1!A2", 12);
    assert.deepEqual(openingFromReading(typed, two, base).values, { "1!A1": 30, "1!A2": 12, "1!A3": 42 });
    const both = openingFromReading(typedInto(typed, "2!A1", 7), two, base).values;
    assert.deepEqual([both["1!A2"], both["1!A3"]], [7, 37], "computed anew as soon as it can be");
  });
});
