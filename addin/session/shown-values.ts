import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { locateSheet, type LocatedSheet } from "#core/sheet/diff/locate-sheet.ts";
import { matchRows } from "#core/sheet/diff/match-rows.ts";
import { tidied } from "#core/sheet/diff/same-value.ts";
import type { BookReading, ReadCell } from "#core/sheet/reading.ts";
import type { CellWrite } from "#core/sheet/sheet-host.ts";
import { fieldKey } from "./book/book-cells.ts";

/** What stands in the cells that may be edited, by record and field. Cells that cannot be found for sure are left out. */
export function shownValues(snapshot: BaseSnapshot, reading: BookReading): ReadonlyMap<string, CellValue> {
  const located = snapshot.sheets.map((base) => locateSheet(base, reading));
  return new Map(located.flatMap((sheet) => ("found" in sheet ? shownIn(sheet.found) : [])));
}

type Shown = readonly [field: string, value: CellValue];

function shownIn(sheet: LocatedSheet): readonly Shown[] {
  return matchRows(sheet).matched.flatMap((match) =>
    match.base.cells.flatMap(({ column, record, field }): readonly Shown[] => {
      const at = sheet.columns.get(column);
      if (at === undefined || record === undefined || field === undefined) return [];
      const cell = match.cells[at];
      return cell?.formula === undefined ? [[fieldKey({ record, field }), tidied(cell?.value ?? null)]] : [];
    }),
  );
}

/** The reading as it is after the host wrote these cells, so that it need not be read again. */
export function withWrites(snapshot: BaseSnapshot, reading: BookReading, writes: readonly CellWrite[]): BookReading {
  if (writes.length === 0) return reading;
  const places = new Map<string, Map<string, ReadCell>>();
  for (const base of snapshot.sheets) {
    const located = locateSheet(base, reading);
    const own = writes.filter(({ sheet }) => sheet === base.key);
    if ("found" in located && own.length > 0) places.set(located.found.reading.name, writtenCells(located.found, own));
  }
  const sheets = reading.sheets.map((sheet) => {
    const written = places.get(sheet.name);
    if (!written) return sheet;
    const rows = sheet.rows.map((cells, row) => cells.map((cell, column) => written.get(`${row} ${column}`) ?? cell));
    return { ...sheet, rows };
  });
  return { ...reading, sheets };
}

function writtenCells(sheet: LocatedSheet, writes: readonly CellWrite[]): Map<string, ReadCell> {
  const rows = new Map(matchRows(sheet).matched.map((match) => [match.base.key, match.row]));
  const cells = new Map<string, ReadCell>();
  for (const { row, column, value } of writes) {
    const [down, across] = [rows.get(row), sheet.columns.get(column)];
    if (down !== undefined && across !== undefined) cells.set(`${down} ${across}`, { value });
  }
  return cells;
}
