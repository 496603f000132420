import { addressOf, HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import { keysOfReportCell, reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { bookCellAt } from "../book/book-cells.ts";

/** "2!C4": the report's cell at a place of its book; null beside the numbers. */
export function reportCellAt(book: SheetBook, place: CellPlace): string | null {
  const found = bookCellAt(book, place);
  const row = found?.row.key ?? null;
  if (!found || row === null) return null;
  return reportCellOfKeys({ sheet: found.sheet.key, row, column: found.column }) ?? null;
}

/** A report's sheets are protected: a place in the book is a place in the sheet. */
export function placeOfReportCell(book: SheetBook, cell: string): CellPlace | null {
  const keys = keysOfReportCell(cell);
  const sheet = book.sheets.find(({ key }) => key === keys?.sheet);
  if (!keys || !sheet) return null;
  const row = sheet.rows.findIndex(({ key }) => key === keys.row);
  const column = sheet.columns.findIndex(({ key }) => key === keys.column);
  if (row < 0 || column < 0) return null;
  return { sheet: sheet.name, address: addressOf({ row: row + HIDDEN_ROWS, column: column + HIDDEN_COLUMNS }) };
}
