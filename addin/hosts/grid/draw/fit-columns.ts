import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import { textWidth } from "#core/sheet/row-height.ts";
import type { Column, Sheet } from "#core/sheet/sheet.ts";
import { isPainted } from "../keep-view.ts";
import type { GridBoard } from "../grid-board.ts";
import { columnPixels, rowHeight } from "./row-height.ts";

const ROW_HEADER = 46;
const SCROLL_BAR = 16;
const TEXT_WIDTH = 16;
/** Narrower than this part of its own width a text is all line breaks; then the sheet is scrolled instead. */
const LEAST_TEXT = 0.45;
const MOST_TEXT = 8;
const TURNS = 14;
/** Characters; a text up to this length keeps its one line. */
const ONE_LINE = 24;

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

/** Figures need their width, texts can wrap: so the wide columns give and take first. Names and numbers stay on one line. */
export function fittedColumns(sheet: Pick<Sheet, "columns" | "rows">, available: number): readonly Column[] {
  const shown = sheet.columns.filter((column) => column.hidden !== true);
  const texts = shown.filter(({ width }) => width >= TEXT_WIDTH);
  const least = new Map(texts.map((column) => [column, leastWidth(column, sheet.rows)]));
  const widthAt = (column: Column, share: number): number => {
    const atLeast = least.get(column);
    return atLeast === undefined ? column.width : Math.max(atLeast, column.width * share);
  };
  const share = shareOf(available, (each) => shown.reduce((sum, at) => sum + columnPixels(widthAt(at, each)), 0));
  return sheet.columns.map((column) => ({ ...column, width: widthAt(column, share) }));
}

/** By how much texts are to be scaled so that all columns take `available`: halved until it is as close as a pixel. */
function shareOf(available: number, pixelsAt: (share: number) => number): number {
  let [low, high] = [LEAST_TEXT, MOST_TEXT];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const middle = (low + high) / 2;
    if (pixelsAt(middle) > available) high = middle;
    else low = middle;
  }
  return low;
}

/** What is short anyway is not broken into lines, which would make every row as high. */
function leastWidth({ key, width }: Column, rows: Sheet["rows"]): number {
  let longest = 0;
  for (const { kind, cells } of rows) {
    const value = kind === "data" ? cells[key]?.value : undefined;
    if (typeof value === "string") longest = Math.max(longest, textWidth(value));
    if (longest > ONE_LINE) return width * LEAST_TEXT;
  }
  return Math.min(width, longest + 2);
}
