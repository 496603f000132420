/** What was issued with the book that stands in the host: the base that changes are measured against (W2a). */
import type { BaseSnapshot, SnapshotSheet } from "#core/sheet/snapshot/base-snapshot.ts";
import type { CellState, CellValue } from "#core/sheet/cell.ts";
import { locateSheet } from "#core/sheet/diff/locate-sheet.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { boundCells, cellNamer, fieldKey, headerName } from "./book-cells.ts";

export interface Issued {
  readonly snapshot: BaseSnapshot;
  /** null: only the workbook's own snapshot is known, as when it was opened again without the service. */
  readonly book: SheetBook | null;
  /** Every cell that can be edited, by record and field. */
  readonly cells: ReadonlyMap<string, IssuedCell>;
}

export interface IssuedCell extends CellKeys {
  readonly rowName: string;
  readonly columnName: string;
  readonly value: CellValue;
  readonly revision: number;
  /** How it looks when nothing is changed; a snapshot does not say more than that it may be typed into. */
  readonly state: CellState;
  /** What it is below a finding. */
  readonly ground?: CellState | undefined;
  /** undefined: not known. */
  readonly note: string | undefined;
}

export function issuedOfBook(book: SheetBook): Issued {
  const cells = new Map<string, IssuedCell>();
  const namers = new Map(book.sheets.map((sheet) => [sheet, cellNamer(sheet)]));
  for (const [key, { sheet, row, rowKey, column, cell }] of boundCells(book)) {
    const names = namers.get(sheet)?.(row, column);
    const { value, state, ground, note = "", binding } = cell;
    const at = { sheet: sheet.key, row: rowKey, column };
    const looks = { rowName: names?.row ?? rowKey, columnName: names?.column ?? column, state, ground, note };
    cells.set(key, { ...at, ...looks, value, revision: binding?.revision ?? 0 });
  }
  return { snapshot: snapshotOfBook(book), book, cells };
}

/** @param reading the workbook as it stands: headings are in no snapshot. */
export function issuedOfSnapshot(snapshot: BaseSnapshot, reading: BookReading): Issued {
  const cells = new Map<string, IssuedCell>();
  for (const sheet of snapshot.sheets) {
    const headers = headersOf(sheet, reading);
    for (const row of sheet.rows) {
      const identity = sheet.identityColumns.map(
        (column) => row.cells.find((cell) => cell.column === column)?.value ?? "",
      );
      const rowName = identity.map(String).join(" ").trim();
      for (const { column, record, field, value, revision = 0 } of row.cells) {
        if (record === undefined || field === undefined) continue;
        const columnName = headerName(headers.get(column), sheet.name);
        const at = { sheet: sheet.key, row: row.key, column };
        const looks = { state: "input", note: undefined } as const;
        cells.set(fieldKey({ record, field }), { ...at, ...looks, rowName, columnName, value, revision });
      }
    }
  }
  return { snapshot, book: null, cells };
}

function headersOf(sheet: SnapshotSheet, reading: BookReading): ReadonlyMap<string, CellValue> {
  const located = locateSheet(sheet, reading);
  if (!("found" in located)) return new Map();
  const { columns, keyColumn } = located.found;
  const header = located.found.reading.rows.find((cells) => cells[keyColumn]?.value === "#header");
  return new Map([...columns].map(([key, at]) => [key, header?.[at]?.value ?? null]));
}
