import { createUniver } from "#addin/hosts/grid/create-univer.ts";
import { GridBoard } from "#addin/hosts/grid/grid-board.ts";
import { GridHost } from "#addin/hosts/grid/grid-host.ts";
import { keyPositions } from "#addin/hosts/grid/edit/key-positions.ts";
import type { CellMatrix } from "#addin/hosts/grid/edit/grid-guard.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellMark } from "#core/sheet/sheet-host.ts";

interface At {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
}

/** What travels of a draw's options. */
interface AskedDraw {
  readonly aborted: boolean;
  readonly seen: BookReading | null;
}

/** The host under its contract, and an officer whom no protection stops. */
export interface ContractPage {
  draw(book: SheetBook, asked: AskedDraw): Promise<readonly (readonly [number, number])[]>;
  read(): ReturnType<GridHost["read"]>;
  mark(marks: readonly CellMark[]): Promise<void>;
  type(cell: At, value: CellValue, formula: string | null): void;
  insertRowAbove(sheet: string, row: string): void;
  deleteRow(sheet: string, row: string): void;
  moveRowAbove(sheet: string, row: string, target: string): void;
  moveColumnBefore(sheet: string, column: string, target: string): void;
  noteOf(cell: At): string | undefined;
  /** The block's first cell comes so far beside that cell. */
  paste(
    cell: At,
    block: readonly (readonly CellValue[])[],
    shift: { readonly rows: number; readonly columns: number },
  ): void;
  insertColumnBefore(sheet: string, column: string): void;
}

declare global {
  interface Window {
    contractPage: ContractPage;
  }
}

const place = document.createElement("div");
place.style.cssText = "position: fixed; inset: 0";
document.body.append(place);

const board = new GridBoard(await createUniver(place, "zh-CN"));
const host = new GridHost(board, place, { language: "zh-CN" });

function sheetOf(key: string) {
  const sheet = board.workbook.getSheetBySheetId(board.sheetId(key));
  if (!sheet) throw new Error(`no sheet ${key}`);
  return sheet;
}

function rowAt(sheet: string, row: string): number {
  const at = keyPositions(board.worksheet(sheet)).rows.get(row);
  if (at === undefined) throw new Error(`no row ${row}`);
  return at;
}

function columnAt(sheet: string, column: string): number {
  const at = keyPositions(board.worksheet(sheet)).columns.get(column);
  if (at === undefined) throw new Error(`no column ${column}`);
  return at;
}

function typed(value: CellValue, formula: string | null) {
  return { v: value, f: formula === null ? null : `=${formula}`, p: null, si: null };
}

window.contractPage = {
  async draw(book, { aborted, seen }) {
    const steps: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number) => steps.push([done, total]);
    await host.draw(book, { signal: { aborted }, onProgress, ...(seen ? { seen } : {}) });
    return steps;
  },
  read: () => host.read(),
  mark: (marks) => host.mark(marks),
  type(cell, value, formula) {
    const cells: CellMatrix = {
      [rowAt(cell.sheet, cell.row)]: { [columnAt(cell.sheet, cell.column)]: typed(value, formula) },
    };
    board.write(cell.sheet, cells);
  },
  paste(cell, block, { rows, columns }) {
    const [top, left] = [rowAt(cell.sheet, cell.row) + rows, columnAt(cell.sheet, cell.column) + columns];
    const lines = block.map(
      (values, down) =>
        [top + down, Object.fromEntries(values.map((value, right) => [left + right, typed(value, null)]))] as const,
    );
    board.write(cell.sheet, Object.fromEntries(lines));
  },
  insertColumnBefore: (sheet, column) =>
    void board.own(() => sheetOf(sheet).insertColumnBefore(columnAt(sheet, column))),
  insertRowAbove: (sheet, row) => void board.own(() => sheetOf(sheet).insertRowBefore(rowAt(sheet, row))),
  deleteRow: (sheet, row) => void board.own(() => sheetOf(sheet).deleteRow(rowAt(sheet, row))),
  moveRowAbove(sheet, row, target) {
    const from = sheetOf(sheet).getRange(rowAt(sheet, row), 0, 1, board.worksheet(sheet).getColumnCount());
    board.own(() => sheetOf(sheet).moveRows(from, rowAt(sheet, target)));
  },
  moveColumnBefore(sheet, column, target) {
    const from = sheetOf(sheet).getRange(0, columnAt(sheet, column), board.worksheet(sheet).getRowCount(), 1);
    board.own(() => {
      // Univer moves no part of a merged range.
      sheetOf(sheet).getRange(0, 0, from.getHeight(), board.worksheet(sheet).getColumnCount()).breakApart();
      sheetOf(sheet).moveColumns(from, columnAt(sheet, target));
    });
  },
  noteOf: (cell) =>
    sheetOf(cell.sheet).getRange(rowAt(cell.sheet, cell.row), columnAt(cell.sheet, cell.column)).getNote()?.note ??
    undefined,
};
document.documentElement.dataset["ready"] = "yes";
