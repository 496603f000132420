import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import { isEditable } from "./edit/is-editable.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import type { GridBoard } from "./grid-board.ts";

/** What the officer looked at, to be brought back after the book was drawn anew: tab, cell, scroll position. */
export function keepView(board: GridBoard): () => void {
  const cell = board.active();
  const scroll = scrollOf(board);
  return () => {
    if (!cell || !board.book.sheets.some(({ key }) => key === cell.sheet.key)) return;
    board.own(() => {
      const sheet = board.workbook.setActiveSheet(board.sheetId(cell.sheet.key));
      sheet.getRange(cell.row, cell.column).activate();
      if (scroll) sheet.scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
    });
  };
}

const FRAME_MS = 8;
const LONGEST_FRAMES = 1_000;

/** @throws when Univer has not painted the book after many seconds. */
export async function untilPainted(board: GridBoard): Promise<void> {
  for (let frame = 0; frame < LONGEST_FRAMES; frame += 1) {
    if (scrollOf(board)) return;
    await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
  }
  throw new Error("the grid does not paint");
}

export function isPainted(board: GridBoard): boolean {
  return scrollOf(board) !== undefined;
}

/** undefined while Univer has not painted the book yet: its scroll service comes with the first picture. */
function scrollOf(board: GridBoard) {
  try {
    return board.workbook.getActiveSheet().getScrollState();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** A new book starts at its first cell to fill in. */
export function startView(board: GridBoard): void {
  const [sheet] = board.book.sheets;
  if (sheet) selectStart(board, sheet);
}

/** A sheet that comes to the front for the first time is selected at its corner, where the hidden keys are. */
export function leaveHiddenKeys(board: GridBoard): void {
  const cell = board.active();
  if (!cell || (cell.row >= HIDDEN_ROWS && cell.column >= HIDDEN_COLUMNS)) return;
  const { startRow, endRow, startColumn, endColumn } = cell.range;
  if (startRow === endRow && startColumn === endColumn) selectStart(board, cell.sheet);
}

/** The first cell to fill in, else the first line of data: never the hidden keys. */
function selectStart(board: GridBoard, sheet: Sheet): void {
  const filled = sheet.rows.findIndex((row) => row.kind === "data" && Object.values(row.cells).some(isEditable));
  const row = Math.max(0, filled === -1 ? sheet.rows.findIndex(({ kind }) => kind === "data") : filled);
  const column = Math.max(
    0,
    sheet.columns.findIndex(({ key }) => isEditable(sheet.rows[row]?.cells[key])),
  );
  board.workbook
    .getActiveSheet()
    .getRange(row + HIDDEN_ROWS, column + HIDDEN_COLUMNS)
    .activate();
}
