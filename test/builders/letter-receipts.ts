import assert from "node:assert/strict";
import type ExcelJS from "exceljs";

/** The receiver of an exchange workbook of letters writes when somebody arrived. */
export function fillReceipt(workbook: ExcelJS.Workbook, name: string, day: string | Date): void {
  const sheet = workbook.getWorksheet("介绍信") ?? assert.fail("no sheet");
  let column = 0;
  sheet.eachRow((row) => {
    row.eachCell((cell, at) => {
      if (cell.text.startsWith("回执")) column = at;
    });
    if ((row.values as readonly unknown[]).includes(name)) row.getCell(column).value = day;
  });
}
