import { parseAddress } from "#core/sheet/cell-address.ts";
import type { Cell, CellValue } from "#core/sheet/cell.ts";
import { toId } from "#core/kernel/ids.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { ItemView, LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row } from "#core/sheet/sheet.ts";
import type { SelectedCell } from "#addin/screens/ledger/ledger-screen-props.ts";
import { bookCellAt, namesOfCell } from "./book/book-cells.ts";
import { shownValue } from "./book/book-html.ts";

export interface Drawn {
  readonly book: SheetBook;
  readonly view: LedgerView;
  readonly reading: BookReading;
}

const NAMED: readonly Row["kind"][] = ["data", "total"];

/** Everything the panel says about the selected cell. */
export function selectedCell(place: CellPlace, { book, view, reading }: Drawn): SelectedCell | null {
  const found = bookCellAt(book, place);
  if (!found) return null;
  const { sheet, row, cell } = found;
  const item = sheet.key === "quantitative" ? (view.items.find(({ key }) => key === row.key) ?? null) : null;
  const names = NAMED.includes(row.kind) ? namesOfCell(found) : { row: "", column: "" };
  const shown = shownValue(cell, valueAt(reading, place));
  return { place, rowName: names.row, columnName: names.column, cell, shown, item, ...historyOf(cell, item, view) };
}

/** Cells of an item's row without a field of their own show the score's history. */
export function historyOf(cell: Cell, item: ItemView | null, view: LedgerView): Pick<SelectedCell, "record" | "field"> {
  if (cell.binding && cell.binding.field !== "reason")
    return { record: cell.binding.record, field: cell.binding.field };
  return item ? { record: itemRecord(view.ledgerId, toId(item.key)), field: "score" } : { record: null, field: null };
}

export function valueAt(reading: BookReading, place: CellPlace): CellValue {
  const at = parseAddress(place.address);
  const rows = reading.sheets.find(({ name }) => name === place.sheet)?.rows;
  return at ? (rows?.[at.row]?.[at.column]?.value ?? null) : null;
}
