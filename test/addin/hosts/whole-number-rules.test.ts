import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { describe, it } from "mocha";
import { bookResources } from "#addin/hosts/grid/draw/book-resources.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { renderXlsx } from "#service/workbook/render-xlsx.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView, withCells } from "#test/builders/report-view.ts";
import { openDesk } from "./excel/excel-desk.ts";
import { aWpsDesk } from "./wps/wps-desk.ts";

const SET = aSet([
  `表 1 甲
列
A | 人数 | 全部
B | 经费（元） | 手填：不在记录中
C | 次数 | 手填：不在记录中
行
1 | 在岗 | 全部`,
]);
const BOOK = reportBook(
  withCells(aReportView(SET, { now: new Map([["1!A1", 4]]) }), { "1!B1": { decimals: true } }),
  REPORT_WORDS_ZH,
);
const MONEY = keysOfReportCell("1!B1") ?? assert.fail();
const TIMES = keysOfReportCell("1!C1") ?? assert.fail();

describe("what may be typed into a report's cells", () => {
  it("R3 W4 whole numbers only where the form counts, amounts where it asks for money, in Excel and in WPS", async () => {
    const wps = aWpsDesk();
    const excel = await openDesk();
    try {
      await wps.host.draw(BOOK);
      await excel.host.draw(BOOK);
      for (const [keys, type, highest] of [
        [MONEY, "decimal", 999_999_999.99],
        [TIMES, "wholeNumber", 999_999_999],
      ] as const) {
        const { row, column } = wps.at(keys);
        for (const cell of [wps.cell(keys), excel.tab("表1").cell(row, column)]) {
          assert.equal(cell.validation?.type, type);
          assert.deepEqual([cell.validation.formula1, cell.validation.formula2].map(Number), [0, highest]);
          assert.match(cell.validation.alert?.message ?? "", type === "decimal" ? /之间的数$/u : /整数$/u);
        }
      }
    } finally {
      await wps.dispose();
      await excel.close();
    }
  });

  it("R3 W4 the same in the page's own sheet and in the workbook that is written", async () => {
    const resources = bookResources(BOOK, (key) => key);
    const rules = resources.find(({ name }) => name === "SHEET_DATA_VALIDATION_PLUGIN")?.data ?? "{}";
    const ofTable = (JSON.parse(rules) as Readonly<Record<string, readonly Rule[]>>)[TIMES.sheet] ?? [];
    assert.deepEqual(ofTable.map(({ type, formula2 }) => [type, formula2]).toSorted(), [
      ["decimal", "999999999.99"],
      ["whole", "999999999"],
    ]);
    const parts = unzipSync(await renderXlsx(BOOK));
    const written = Object.entries(parts).map(([path, bytes]) =>
      path.startsWith("xl/worksheets/") ? strFromU8(bytes) : "",
    );
    const types = written.flatMap((text) =>
      [...text.matchAll(/<dataValidation type="(\w+)"/gu)].map(([, type]) => type),
    );
    assert.deepEqual([...new Set(types)].toSorted(), ["decimal", "whole"]);
  });
});

interface Rule {
  readonly type: string;
  readonly formula2: string;
}
