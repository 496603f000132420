import { HIDDEN_COLUMNS, HIDDEN_ROWS, parseAddress } from "#core/sheet/cell-address.ts";
import { toId } from "#core/kernel/ids.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { SelectedCell } from "#addin/screens/ledger/ledger-screen-props.ts";
import { shownValue } from "./book-html.ts";
import { namesOfCell } from "./book-cells.ts";

export interface Drawn {
  readonly book: SheetBook;
  readonly view: LedgerView;
  readonly reading: BookReading;
}

/** Ledgers are protected: no row or column moves, so a place in the sheet is a place in the book. */
export function selectedCell(place: CellPlace, { book, view, reading }: Drawn): SelectedCell | null {
  const at = parseAddress(place.address);
  const sheet = book.sheets.find(({ name }) => name === place.sheet);
  const row = at && sheet?.rows[at.row - HIDDEN_ROWS];
  const column = at && sheet?.columns[at.column - HIDDEN_COLUMNS];
  const cell = column && row?.cells[column.key];
  if (!at || !sheet || !row || !cell) return null;
  const names = namesOfCell({ sheet, row, rowKey: row.key ?? "", column: column.key, cell });
  const item = sheet.key === "quantitative" ? (view.items.find(({ key }) => key === row.key) ?? null) : null;
  const value = reading.sheets.find(({ name }) => name === sheet.name)?.rows[at.row]?.[at.column]?.value ?? null;
  const record = cell.binding?.record ?? (item ? itemRecord(view.ledgerId, toId(item.key)) : null);
  const field = cell.binding && cell.binding.field !== "reason" ? cell.binding.field : item ? "score" : null;
  const rowName = row.kind === "data" || row.kind === "total" ? names.row : "";
  return {
    place,
    rowName,
    columnName: rowName === "" ? "" : names.column,
    cell,
    shown: shownValue(cell, value),
    item,
    record,
    field,
  };
}
