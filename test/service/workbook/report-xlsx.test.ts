import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { describe, it } from "mocha";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { renderXlsx } from "#service/workbook/render-xlsx.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView } from "#test/builders/report-view.ts";

const SET = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 经费 | 手填：不在记录中
行
1 | 合计 | = 行2
2 | 在岗 | 全部`,
]);

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
  });
});
