import type { BaseSnapshot, SnapshotSheet } from "#core/sheet/snapshot/base-snapshot.ts";
import { parseAddress } from "#core/sheet/cell-address.ts";
import { locateSheet, textOf, type LocatedSheet } from "#core/sheet/diff/locate-sheet.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellKeys, CellWrite } from "#core/sheet/sheet-host.ts";
import type { Issued } from "./book/issued.ts";

/** The formula that was issued for a place in the sheet as it is now, whatever moved since. */
export function formulaAt({ snapshot, book }: Issued, reading: BookReading, place: CellPlace): CellWrite | undefined {
  const keys = keysAt(snapshot, reading, place);
  const formula = keys && formulaOf(snapshot, keys);
  if (!keys || formula === undefined) return undefined;
  return { ...keys, value: (book && figureOf(book, keys)) ?? null, formula };
}

/** The keys behind a place. @returns undefined outside of our sheets. */
export function keysAt({ sheets }: BaseSnapshot, reading: BookReading, place: CellPlace): CellKeys | undefined {
  const found = sheets.flatMap((base) => sheetNamed(base, reading, place.sheet))[0];
  const at = parseAddress(place.address);
  if (!found || !at) return undefined;
  const { rows } = found.reading;
  const row = textOf(rows[at.row]?.[found.keyColumn]);
  const column = textOf(rows[found.keyRow]?.[at.column]);
  return { sheet: found.base.key, row, column };
}

function sheetNamed(base: SnapshotSheet, reading: BookReading, name: string): readonly LocatedSheet[] {
  const located = locateSheet(base, reading);
  return "found" in located && located.found.reading.name === name ? [located.found] : [];
}

function formulaOf({ sheets }: BaseSnapshot, at: CellKeys): string | undefined {
  const rows = sheets.find(({ key }) => key === at.sheet)?.rows;
  return rows?.find(({ key }) => key === at.row)?.cells.find(({ column }) => column === at.column)?.formula;
}

/** The service's own figure, for hosts that show before they calculate. */
function figureOf({ sheets }: SheetBook, at: CellKeys): CellWrite["value"] | undefined {
  const rows = sheets.find(({ key }) => key === at.sheet)?.rows;
  return rows?.find(({ key }) => key === at.row)?.cells[at.column]?.value;
}
