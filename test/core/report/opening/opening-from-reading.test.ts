import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { parseAddress } from "#core/sheet/cell-address.ts";
import { openingFromReading } from "#core/report/opening/opening-from-reading.ts";
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

describe("opening figures out of a workbook", () => {
  it("R14 gives back every number that stands in it, and what the form computes from them", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...CELLS), fc.nat(9_999)), (numbers) => {
        const read = openingFromReading(bookOf(new Map(Object.entries(numbers))), SET);
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
    const read = openingFromReading({ ...renamed, sheets: renamed.sheets.toReversed() }, SET);
    assert.deepEqual([read.values["1!A1"], read.values["1!A2"], read.values["1!A3"]], [4, 12, 16]);
    const wrong = openingFromReading(withCell(typed, keys, { value: "不详" }), SET);
    const [{ cell, problem } = assert.fail("nothing was refused"), ...more] = wrong.refused;
    assert.deepEqual([cell, problem, more], ["1!A2", "not-a-number", []]);
    const place = wrong.places.get("1!A2");
    const sheet = typed.sheets.find(({ name }) => name === place?.sheet);
    const at = parseAddress(place?.address ?? "");
    assert.equal(at && sheet?.rows[at.row]?.[at.column]?.value, "１２", "where it stands in the workbook");
  });

  it("R14 finds nothing in a workbook that the program did not make", () => {
    const foreign = { meta: null, sheets: [{ name: "表1", rows: [[{ value: "人数" }, { value: 4 }]] }] };
    assert.deepEqual(openingFromReading(foreign, SET), { values: {}, refused: [], places: new Map() });
  });

  it("R14 a table without a number gives none, not even a computed nought", () => {
    const two = aSet([
      tableText({ rows: "1 | 总计 | 全部\n2 | 合计 | = 行1" }),
      tableText({ head: "表 2 人数\n统计 人员", rows: "1 | 总计 | 全部\n2 | 合计 | = 行1" }),
    ]);
    const read = openingFromReading(
      aReading(reportBook(aReportView(two, { now: new Map([["1!A1", 4]]) }), REPORT_WORDS_ZH)),
      two,
    );
    assert.deepEqual(
      Object.keys(read.values).filter((cell) => cell.startsWith("2!")),
      [],
    );
    assert.equal(read.values["1!A2"], 4);
  });
});
