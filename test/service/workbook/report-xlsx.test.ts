import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { describe, it } from "mocha";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import { ROSTER_WORDS_ZH } from "#core/sheet/roster/roster-words.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { renderXlsx } from "#service/workbook/render-xlsx.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView } from "#test/builders/report-view.ts";
import { aRosterRow, aRosterView } from "#test/builders/roster-view.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

const SET = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 经费 | 手填：不在记录中
行
1 | 合计 | = 行2
2 | 在岗 | 全部`,
]);

/** Name, sheet's position and range of everything that a file says about printing. */
async function printNames(book: SheetBook): Promise<readonly string[]> {
  const part = unzipSync(await renderXlsx(book))["xl/workbook.xml"];
  assert.ok(part);
  const names = /<definedName name="_xlnm\.(\w+)" localSheetId="(\d+)">([^<]*)</gu;
  return [...strFromU8(part).matchAll(names)].map(([, name, at, range]) => `${at} ${name} ${range}`);
}

const ABSOLUTE = /^&apos;[^&]+&apos;!(?:\$[A-Z]+\$\d+:\$[A-Z]+\$\d+|\$\d+:\$\d+)$/u;

describe("a report as a file", () => {
  it("R8 W1 prints on A4 across, one page wide, headings on each page, without the column for reasons", async () => {
    const view = aReportView(SET, { now: new Map([["1!A2", 4]]) });
    const book = new ExcelJS.Workbook();
    const bytes = await renderXlsx(reportBook(view, REPORT_WORDS_ZH, { forFile: true }));
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = book.getWorksheet("表1");
    assert.ok(sheet);
    const { paperSize, orientation, fitToPage, fitToWidth, printTitlesRow, printArea } = sheet.pageSetup;
    assert.deepEqual([paperSize, orientation, fitToPage, fitToWidth, printTitlesRow], [9, "landscape", true, 1, "4:5"]);
    // Hidden keys in A, then stub, line number, A, B; the reasons stand in F.
    assert.equal(printArea, "B2:E9");
    assert.equal(sheet.getCell("F1").value, "reason");
    const [formula, filled, forced] = ["D6", "E7", "D7"].map((address) => sheet.getCell(address));
    assert.deepEqual(formula?.value, { formula: "D7", result: 4 });
    assert.deepEqual([filled?.protection.locked, forced?.protection.locked], [false, false]);
    assert.deepEqual([filled?.value, forced?.value], [null, 4]);
    // Title, head and foot end where printing ends, and nothing of a small table comes onto a page of its own.
    assert.deepEqual(
      [2, 3, 8, 9].map((row) => sheet.getCell(row, 5).master.address),
      ["B2", "B3", "B8", "B9"],
    );
    assert.deepEqual([sheet.getCell("F2").isMerged, sheet.pageSetup.fitToHeight], [false, 1]);
  });

  it("W1 R8 says what is printed as spreadsheet programs read it, in each kind of book", async () => {
    const report = await printNames(
      reportBook(aReportView(SET, { now: new Map() }), REPORT_WORDS_ZH, { forFile: true }),
    );
    assert.ok(report.includes("1 Print_Area &apos;表1&apos;!$B$2:$E$9"), report.join("\n"));
    assert.ok(report.includes("1 Print_Titles &apos;表1&apos;!$4:$5"), report.join("\n"));
    const roster = await printNames(rosterBook(aRosterView({ rows: [aRosterRow("p1")] }), ROSTER_WORDS_ZH));
    const ledger = await printNames(aLedgerBook());
    for (const names of [report, roster, ledger]) {
      assert.ok(names.length > 0);
      for (const name of names) assert.match(name.split(" ").at(-1) ?? "", ABSOLUTE);
    }
  });
});
