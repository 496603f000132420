import type { Workbook, Worksheet } from "exceljs";
import { HIDDEN_COLUMNS, HIDDEN_ROWS, physical } from "#core/sheet/cell-address.ts";
import { rowHeight } from "#core/sheet/row-height.ts";
import { cornerText, rowKeyText } from "#core/sheet/row-key.ts";
import type { PrintSettings, Row, Sheet } from "#core/sheet/sheet.ts";
import { drawCell } from "./draw-cell.ts";

/** Paper size of the file format; its type in exceljs is an enum that has no A4 at run time. */
const A4 = { paperSize: 9 };
/** Header or footer as a whole may have 255 characters, codes included. */
const LONGEST_LINE = 180;

/** Draws one sheet: hidden key row and column, cells, merges, widths, freeze, protection, print settings. */
export async function drawSheet(workbook: Workbook, sheet: Sheet): Promise<void> {
  const target = workbook.addWorksheet(sheet.name, {
    views: [
      {
        state: "frozen",
        xSplit: sheet.frozen.columns + HIDDEN_COLUMNS,
        ySplit: sheet.frozen.rows + HIDDEN_ROWS,
        showGridLines: false,
      },
    ],
  });
  drawKeys(target, sheet);
  sheet.rows.forEach((row, at) => {
    drawRow(target, sheet, { row, at });
  });
  for (const merge of sheet.merges) {
    const from = physical(merge.top, merge.left);
    const to = physical(merge.bottom, merge.right);
    target.mergeCellsWithoutStyle(from.row + 1, from.column + 1, to.row + 1, to.column + 1);
  }
  setPrint(target, sheet.print);
  // Without a password: protection keeps officers from slips; the service and the diff are the guard.
  if (sheet.protection === "input-only")
    await target.protect("", {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    });
}

function drawKeys(target: Worksheet, sheet: Sheet): void {
  const keyColumn = target.getColumn(1);
  keyColumn.hidden = true;
  keyColumn.width = 12;
  keyColumn.numFmt = "@";
  target.getRow(1).hidden = true;
  writeKey(target, { row: 1, column: 1 }, cornerText(sheet));
  sheet.columns.forEach((column, at) => {
    const physicalColumn = target.getColumn(at + 1 + HIDDEN_COLUMNS);
    physicalColumn.width = column.width;
    physicalColumn.hidden = column.hidden === true;
    writeKey(target, { row: 1, column: at + 1 + HIDDEN_COLUMNS }, column.key);
  });
}

function drawRow(target: Worksheet, sheet: Sheet, { row, at }: { readonly row: Row; readonly at: number }): void {
  const number = at + 1 + HIDDEN_ROWS;
  target.getRow(number).height = rowHeight(sheet, at);
  writeKey(target, { row: number, column: 1 }, rowKeyText(row));
  sheet.columns.forEach((column, index) => {
    const cell = row.cells[column.key];
    if (cell) drawCell(target.getCell(number, index + 1 + HIDDEN_COLUMNS), cell, row.kind);
  });
}

function writeKey(target: Worksheet, at: { readonly row: number; readonly column: number }, key: string): void {
  const cell = target.getCell(at.row, at.column);
  cell.numFmt = "@";
  cell.value = key;
}

function setPrint(target: Worksheet, print: PrintSettings): void {
  Object.assign(target.pageSetup, A4);
  target.pageSetup.orientation = print.orientation;
  target.pageSetup.horizontalCentered = true;
  if (print.fitToWidth) {
    target.pageSetup.fitToPage = true;
    target.pageSetup.fitToWidth = 1;
    target.pageSetup.fitToHeight = 0;
  }
  if (print.repeatRows) {
    target.pageSetup.printTitlesRow = `${print.repeatRows.from + 1 + HIDDEN_ROWS}:${print.repeatRows.to + 1 + HIDDEN_ROWS}`;
  }
  target.headerFooter.oddHeader = `&C${printLine(print.header)}`;
  target.headerFooter.oddFooter = `&L${printLine(print.footer)}&R&P / &N`;
}

/** "&" begins a code in headers and footers. */
function printLine(text: string): string {
  return text.slice(0, LONGEST_LINE).replaceAll("&", "&&");
}
