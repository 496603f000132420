import { setImmediate } from "node:timers/promises";
import type { AddWorksheetOptions, Cell, Style, Workbook, Worksheet, WorksheetView } from "exceljs";
import { addressOf, HIDDEN_COLUMNS, HIDDEN_ROWS, physical, type CellPosition } from "#core/sheet/cell-address.ts";
import { rowHeight } from "#core/sheet/row-height.ts";
import { cornerText, rowKeyText } from "#core/sheet/row-key.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";
import type { StyleOf } from "./cell-style.ts";
import { drawCell } from "./draw-cell.ts";
import { drawValidations } from "./draw-validations.ts";

/** Paper size of the file format; its type in exceljs is an enum that has no A4 at run time. */
const A4 = { paperSize: 9 };
/** Header or footer as a whole may have 255 characters, codes included. */
const LONGEST_LINE = 180;

export interface DrawOptions {
  readonly styleOf: StyleOf;
  /** The sheet belongs to a streaming writer: rows leave as soon as they are drawn. */
  readonly streamed: boolean;
}

/** Others get their turn after so many rows. */
const ROWS_AT_ONCE = 500;
/** One object for all of them: see `cellStyles`. */
const KEY_STYLE: Partial<Style> = { numFmt: "@" };

/** Draws one sheet: hidden key row and column, cells, merges, widths, freeze, protection, print settings. */
export async function drawSheet(workbook: Workbook, sheet: Sheet, options: DrawOptions): Promise<void> {
  const target = workbook.addWorksheet(sheet.name, { views: [viewOf(sheet)], ...printOf(sheet) });
  Object.assign(target.pageSetup, A4);
  drawKeys(target, sheet);
  // What is merged must not have left before it is.
  const merged = Math.max(-1, ...sheet.merges.map(({ bottom }) => bottom));
  for (const [at, row] of sheet.rows.entries()) {
    drawRow(target, sheet, { row, at, styleOf: options.styleOf });
    if (at === merged) drawMerges(target, sheet);
    if (!options.streamed) continue;
    if (at >= merged) target.getRow(at + 1 + HIDDEN_ROWS).commit();
    if (at % ROWS_AT_ONCE === 0) await setImmediate();
  }
  drawValidations(target, sheet);
  // Without a password: protection keeps officers from slips; the service and the diff are the guard.
  if (sheet.protection === "input-only")
    await target.protect("", {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    });
  if (options.streamed) target.commit();
}

function viewOf({ frozen }: Sheet): Partial<WorksheetView> {
  return {
    state: "frozen",
    xSplit: frozen.columns + HIDDEN_COLUMNS,
    ySplit: frozen.rows + HIDDEN_ROWS,
    showGridLines: false,
  };
}

function drawKeys(target: Worksheet, sheet: Sheet): void {
  const keyColumn = target.getColumn(1);
  keyColumn.hidden = true;
  keyColumn.width = 12;
  keyColumn.numFmt = "@";
  const keyRow = target.getRow(1);
  keyRow.hidden = true;
  writeKey(keyRow.getCell(1), cornerText(sheet));
  sheet.columns.forEach((column, at) => {
    const physicalColumn = target.getColumn(at + 1 + HIDDEN_COLUMNS);
    physicalColumn.width = column.width;
    physicalColumn.hidden = column.hidden === true;
    writeKey(keyRow.getCell(at + 1 + HIDDEN_COLUMNS), column.key);
  });
}

interface DrawnRow {
  readonly row: Row;
  readonly at: number;
  readonly styleOf: StyleOf;
}

function drawRow(target: Worksheet, sheet: Sheet, { row, at, styleOf }: DrawnRow): void {
  const targetRow = target.getRow(at + 1 + HIDDEN_ROWS);
  targetRow.height = rowHeight(sheet, at);
  writeKey(targetRow.getCell(1), rowKeyText(row));
  sheet.columns.forEach((column, index) => {
    const cell = row.cells[column.key];
    if (cell) drawCell(targetRow.getCell(index + 1 + HIDDEN_COLUMNS), cell, styleOf(cell, row.kind));
  });
}

/** What a merge covers has no look of its own. */
function drawMerges(target: Worksheet, { merges }: Sheet): void {
  for (const merge of merges) {
    const from = physical(merge.top, merge.left);
    const to = physical(merge.bottom, merge.right);
    const looks = coveredBy(target, { from, to }).map((cell) => ({ cell, style: cell.style }));
    target.mergeCells(from.row + 1, from.column + 1, to.row + 1, to.column + 1);
    for (const { cell, style } of looks) cell.style = style;
  }
}

function coveredBy(
  target: Worksheet,
  { from, to }: { readonly from: CellPosition; readonly to: CellPosition },
): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1)
      if (row !== from.row || column !== from.column) cells.push(target.getRow(row + 1).getCell(column + 1));
  return cells;
}

function writeKey(cell: Cell, key: string): void {
  cell.style = KEY_STYLE;
  cell.value = key;
}

function printOf({ print, rows }: Sheet): Pick<AddWorksheetOptions, "pageSetup" | "headerFooter"> {
  return {
    pageSetup: {
      orientation: print.orientation,
      horizontalCentered: true,
      ...(print.fitToWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: print.pagesTall ?? 0 } : {}),
      ...(print.repeatRows ? { printTitlesRow: repeatedRows(print.repeatRows) } : {}),
      ...(print.lastColumn === undefined ? {} : { printArea: printArea(print.lastColumn, rows.length) }),
    },
    headerFooter: {
      oddHeader: `&C${printLine(print.header)}`,
      oddFooter: `&L${printLine(print.footer)}&R&P / &N`,
    },
  };
}

function repeatedRows({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${String(from + 1 + HIDDEN_ROWS)}:${String(to + 1 + HIDDEN_ROWS)}`;
}

/** From the first visible cell to the last row, as "B$2:F$24": the writer puts a "$" before each end and none within. */
function printArea(lastColumn: number, rows: number): string {
  const ends = [physical(0, 0), physical(rows - 1, lastColumn)];
  return ends.map((end) => addressOf(end).replace(/\d+$/u, "$$$&")).join(":");
}

/** "&" begins a code in headers and footers. */
function printLine(text: string): string {
  return text.slice(0, LONGEST_LINE).replaceAll("&", "&&");
}
