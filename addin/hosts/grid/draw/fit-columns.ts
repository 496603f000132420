import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { Column, Sheet } from "#core/sheet/sheet.ts";
import { isPainted } from "../keep-view.ts";
import type { GridBoard } from "../grid-board.ts";
import { columnPixels, rowHeight } from "./row-height.ts";

const ROW_HEADER = 46;
const SCROLL_BAR = 16;
const TEXT_WIDTH = 16;
/** Narrower than this part of its own width a text is all line breaks; then the sheet is scrolled instead. */
const LEAST_TEXT = 0.45;

/** 调整宽度: the sheet becomes as wide as its window, and rows grow with their texts again. */
export function fitColumns(board: GridBoard, windowWidth: number): void {
  for (const sheet of board.book.sheets) fitSheet(board, sheet, windowWidth - ROW_HEADER - SCROLL_BAR);
}

function fitSheet(board: GridBoard, sheet: Sheet, available: number): void {
  const columns = fittedColumns(sheet, available);
  const place = { unitId: board.unitId, subUnitId: board.sheetId(sheet.key) };
  const whole = {
    startRow: HIDDEN_ROWS,
    endRow: sheet.rows.length,
    startColumn: HIDDEN_COLUMNS,
    endColumn: sheet.columns.length,
  };
  const colWidth = Object.fromEntries(columns.map(({ width }, index) => [index + HIDDEN_COLUMNS, columnPixels(width)]));
  board.run("sheet.mutation.set-worksheet-col-width", { ...place, ranges: [whole], colWidth });
  const heights = Object.fromEntries(
    sheet.rows.map((_row, index) => [index + HIDDEN_ROWS, rowHeight({ ...sheet, columns }, index)]),
  );
  board.run("sheet.mutation.set-worksheet-row-height", { ...place, ranges: [whole], rowHeight: heights });
  if (board.active()?.sheet === sheet && isPainted(board))
    board.own(() => board.workbook.getActiveSheet().scrollToCell(0, 0));
}

/** Figures need their width, texts can wrap: so the wide columns give and take first. */
export function fittedColumns(sheet: Pick<Sheet, "columns">, available: number): readonly Column[] {
  const shown = sheet.columns.filter((column) => column.hidden !== true);
  const texts = shown.filter(({ width }) => width >= TEXT_WIDTH);
  const pixels = (columns: readonly Column[]): number =>
    columns.reduce((sum, { width }) => sum + columnPixels(width), 0);
  const spare = available - (pixels(shown) - pixels(texts));
  const factor = Math.max(LEAST_TEXT, spare / Math.max(1, pixels(texts)));
  return sheet.columns.map((column) => (texts.includes(column) ? { ...column, width: column.width * factor } : column));
}
