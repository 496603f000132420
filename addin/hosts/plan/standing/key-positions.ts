import { textOf } from "#core/sheet/diff/locate-sheet.ts";
import type { SheetReading } from "#core/sheet/reading.ts";

/** Where rows and columns stand now, by the keys they carry (W2). Physical, 0-based; layout keys ("#...") are among them. */
export interface KeyPositions {
  readonly keyRow: number;
  readonly keyColumn: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
}

/** Rows and columns that somebody put before the keys are hardly more than these. */
export const CORNER_ROWS = 20;
export const CORNER_COLUMNS = 10;

export const CORNER_PREFIX = "#sheet:";

/** @returns key of our sheet that these cells belong to, and where its corner stands; undefined for the officer's own. */
export function findCorner(
  rows: SheetReading["rows"],
): { readonly sheet: string; readonly row: number; readonly column: number } | undefined {
  for (const [row, cells] of rows.slice(0, CORNER_ROWS).entries()) {
    for (const [column, { value }] of cells.slice(0, CORNER_COLUMNS).entries()) {
      if (typeof value === "string" && value.startsWith(CORNER_PREFIX))
        return { sheet: value.slice(CORNER_PREFIX.length), row, column };
    }
  }
  return undefined;
}

/** The first of two equal keys counts; the diff tells about the second one. */
export function keyPositions(reading: SheetReading): KeyPositions {
  const { row: keyRow, column: keyColumn } = findCorner(reading.rows) ?? { row: 0, column: 0 };
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  reading.rows.forEach((cells, at) => {
    if (at !== keyRow) remember(rows, textOf(cells[keyColumn]), at);
  });
  (reading.rows[keyRow] ?? []).forEach((cell, at) => {
    if (at !== keyColumn) remember(columns, textOf(cell), at);
  });
  return { keyRow, keyColumn, rows, columns };
}

function remember(places: Map<string, number>, key: string, at: number): void {
  if (key !== "" && !places.has(key)) places.set(key, at);
}
