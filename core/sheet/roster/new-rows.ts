import type { SnapshotSheet } from "../snapshot/base-snapshot.ts";
import type { BaseSnapshot } from "../snapshot/base-snapshot.ts";
import type { CellValue } from "../cell.ts";
import { addressOf } from "../cell-address.ts";
import { locateSheet, textOf } from "../diff/locate-sheet.ts";
import { tidied } from "../diff/same-value.ts";
import type { BookReading, CellPlace } from "../reading.ts";
import { ROSTER_SHEET } from "./roster-sheet-key.ts";

/** A row that an officer wrote below or between the drawn ones: somebody new, perhaps. Nothing is made of it without being asked. */
export interface NewRow {
  readonly place: CellPlace;
  /** As typed, by field key; at least one. */
  readonly values: Readonly<Record<string, CellValue>>;
}

/** Rows without a key that say something in one of the roster's own columns; notes beside the table are the officer's. */
export function newRowsOf(snapshot: BaseSnapshot, reading: BookReading): readonly NewRow[] {
  const base = snapshot.sheets.find(({ key }) => key === ROSTER_SHEET);
  return base && snapshot.identity.kind === "roster" ? rowsIn(base, reading) : [];
}

function rowsIn(base: SnapshotSheet, reading: BookReading): readonly NewRow[] {
  const located = locateSheet(base, reading);
  if (!("found" in located)) return [];
  const { keyColumn, keyRow, columns, reading: sheet } = located.found;
  const found: NewRow[] = [];
  sheet.rows.forEach((cells, row) => {
    if (row <= keyRow || textOf(cells[keyColumn]) !== "") return;
    const values: Record<string, CellValue> = {};
    for (const [key, at] of columns) {
      const cell = cells[at];
      // A formula's figure is not what somebody typed.
      const value = cell?.formula === undefined ? tidied(cell?.value ?? null) : null;
      if (value !== null) values[key] = value;
    }
    const first = Math.min(...columns.values());
    if (Object.keys(values).length > 0)
      found.push({ place: { sheet: sheet.name, address: addressOf({ row, column: first }) }, values });
  });
  return found;
}
