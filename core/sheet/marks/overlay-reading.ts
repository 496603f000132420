import type { Cell, CellValue } from "../cell.ts";
import { locateSheet, type LocatedSheet } from "../diff/locate-sheet.ts";
import { matchRows } from "../diff/match-rows.ts";
import type { BookReading, ReadCell } from "../reading.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { Row, Sheet } from "../sheet.ts";
import { snapshotOfBook } from "../snapshot/snapshot-of-book.ts";

/**
 * The book with what the officer typed in its editable cells: so that a workbook can be drawn again with marks and every
 * value stays his. Rows with doubled or missing keys keep the book's values; nothing is guessed.
 */
export function overlayReading(book: SheetBook, reading: BookReading): SheetBook {
  const snapshot = snapshotOfBook(book);
  const sheets = book.sheets.map((sheet, index) => {
    const base = snapshot.sheets[index];
    const located = base && locateSheet(base, reading);
    return located && "found" in located ? overlaySheet(sheet, located.found) : sheet;
  });
  return { ...book, sheets };
}

function overlaySheet(sheet: Sheet, located: LocatedSheet): Sheet {
  const standing = new Map(matchRows(located).matched.map((match) => [match.base.key, match.cells]));
  const rows = sheet.rows.map((row) => {
    const found = row.key === null ? undefined : standing.get(row.key);
    return found ? overlayRow(row, (column) => cellAt(found, located.columns.get(column))) : row;
  });
  return { ...sheet, rows };
}

function overlayRow(row: Row, found: (column: string) => ReadCell | undefined): Row {
  const cells: Record<string, Cell> = {};
  for (const [column, cell] of Object.entries(row.cells)) {
    const typed = cell.binding ? found(column) : undefined;
    cells[column] = typed ? { ...cell, value: typedValue(typed) } : cell;
  }
  return { ...row, cells };
}

/** A formula typed into an input is told by the diff; its text is kept for the officer, not its effect. */
function typedValue(cell: ReadCell): CellValue {
  return cell.formula === undefined ? cell.value : `=${cell.formula}`;
}

/** A column that is gone says nothing about the value; a cell beyond the row's end is empty. */
function cellAt(cells: readonly ReadCell[], column: number | undefined): ReadCell | undefined {
  return column === undefined ? undefined : (cells[column] ?? { value: null });
}
