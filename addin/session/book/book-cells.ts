import type { Cell, CellValue } from "#core/sheet/cell.ts";
import { HIDDEN_COLUMNS, HIDDEN_ROWS, parseAddress } from "#core/sheet/cell-address.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";

/** A cell of a book by the keys that address it in every host, with what a person calls it. */
export interface BookCell {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly rowKey: string;
  readonly column: string;
  readonly cell: Cell;
}

export interface FieldOf {
  readonly record: string;
  readonly field: string;
}

export function fieldKey({ record, field }: FieldOf): string {
  return `${record} ${field}`;
}

/** Every bound cell by record and field. */
export function boundCells(book: SheetBook): ReadonlyMap<string, BookCell> {
  const found = new Map<string, BookCell>();
  for (const sheet of book.sheets) {
    for (const row of sheet.rows) {
      for (const [column, cell] of Object.entries(row.cells)) {
        if (cell.binding && row.key !== null)
          found.set(fieldKey(cell.binding), { sheet, row, rowKey: row.key, column, cell });
      }
    }
  }
  return found;
}

/** The cell at a place; ledgers are protected: no row or column moves, so a place in the sheet is a place in the book. */
export function bookCellAt(book: SheetBook, place: CellPlace): Omit<BookCell, "rowKey"> | undefined {
  const at = parseAddress(place.address);
  const sheet = book.sheets.find(({ name }) => name === place.sheet);
  if (!at || !sheet) return undefined;
  const row = sheet.rows[at.row - HIDDEN_ROWS];
  const column = sheet.columns[at.column - HIDDEN_COLUMNS]?.key;
  const cell = column === undefined ? undefined : row?.cells[column];
  return row && column !== undefined && cell ? { sheet, row, column, cell } : undefined;
}

export interface CellNames {
  readonly row: string;
  readonly column: string;
}

/** What a row and a column are called on screen: "1.2 按期召开支部党员大会" and "得分". */
export function namesOfCell({ sheet, row, column }: Omit<BookCell, "rowKey">): CellNames {
  return cellNamer(sheet)(row, column);
}

/** As `namesOfCell`, for many cells of a sheet, row by row. */
export function cellNamer(sheet: Sheet): (row: Row, column: string) => CellNames {
  const identity = sheet.columns.filter((column) => column.identity === true).map(({ key }) => key);
  const header = sheet.rows.findLast(({ kind }) => kind === "header");
  let named: { readonly row: Row; readonly name: string } | undefined;
  return (row, column) => {
    if (named?.row !== row) {
      const name = identity.map((key) => String(row.cells[key]?.value ?? "")).join(" ");
      named = { row, name: name.trim() };
    }
    return { row: named.name, column: headerName(header?.cells[column]?.value, sheet.name) };
  };
}

/** A heading without what explains it; a column without one is called like its sheet. */
export function headerName(heading: CellValue | undefined, sheet: string): string {
  const title = String(heading ?? "").split(/[\n（]/)[0] ?? "";
  return title === "" ? sheet : title;
}

/** The book with other values in some bound cells: what the officer typed and has not sent. */
export function withValues(book: SheetBook, values: ReadonlyMap<string, CellValue>): SheetBook {
  if (values.size === 0) return book;
  const sheets = book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => rowWithValues(row, values)) }));
  return { ...book, sheets };
}

function rowWithValues(row: Row, values: ReadonlyMap<string, CellValue>): Row {
  const typed = Object.entries(row.cells).filter(([, { binding }]) => binding && values.has(fieldKey(binding)));
  if (typed.length === 0) return row;
  const cells = typed.map(([column, cell]) => [
    column,
    { ...cell, value: cell.binding ? (values.get(fieldKey(cell.binding)) ?? null) : cell.value },
  ]);
  return { ...row, cells: { ...row.cells, ...(Object.fromEntries(cells) as Record<string, Cell>) } };
}
