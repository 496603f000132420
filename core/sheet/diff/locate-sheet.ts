import type { SnapshotSheet } from "../snapshot/base-snapshot.ts";
import type { SheetProblem } from "../edit.ts";
import { cornerText, isCorner } from "../row-key.ts";
import type { BookReading, ReadCell, SheetReading } from "../reading.ts";

/** A sheet of the reading with its hidden keys found, wherever they stand now. */
export interface LocatedSheet {
  readonly base: SnapshotSheet;
  readonly reading: SheetReading;
  readonly keyRow: number;
  readonly keyColumn: number;
  /** Physical column of each column key that stands there exactly once. */
  readonly columns: ReadonlyMap<string, number>;
  /** Column keys that stand there more than once: a column was copied. */
  readonly doubledColumns: readonly string[];
}

export type Located = { readonly found: LocatedSheet } | { readonly problem: SheetProblem };

export function locateSheet(base: SnapshotSheet, reading: BookReading): Located {
  const sheet = sheetOf(base, reading);
  if (!sheet) return { problem: { code: "sheet-missing", sheet: base.name } };
  const at = findCorner(sheet, cornerText(base));
  const keyRow = at?.row ?? bestRow(sheet, new Set(base.columns));
  if (keyRow === undefined) return { problem: { code: "key-row-missing", sheet: sheet.name } };
  const keyColumn = at?.column ?? bestColumn(sheet, new Set(base.rows.map((row) => row.key)));
  if (keyColumn === undefined) return { problem: { code: "key-column-missing", sheet: sheet.name } };
  return { found: { base, reading: sheet, keyRow, keyColumn, ...columnsOf(sheet.rows[keyRow] ?? [], base) } };
}

/**
 * The corner names the sheet, whatever its tab is called: of two with the same corner the one with the right name is no copy. Only
 * where the corner is nowhere does the name alone say it, and never of a sheet with another's corner: names may be exchanged (W2).
 */
function sheetOf(base: SnapshotSheet, { sheets }: BookReading): SheetReading | undefined {
  const corner = cornerText(base);
  const bearing = sheets.filter((sheet) => findCorner(sheet, corner));
  const named = (among: readonly SheetReading[]) => among.find(({ name }) => name === base.name);
  return named(bearing) ?? bearing[0] ?? named(sheets.filter((sheet) => !hasCorner(sheet)));
}

/** Names of the other sheets that carry this one's corner: it was copied inside its book, and nothing of the copy is taken (W3). */
export function copiesOf({ base, reading }: LocatedSheet, { sheets }: BookReading): readonly string[] {
  const corner = cornerText(base);
  return sheets.filter((other) => other !== reading && findCorner(other, corner)).map(({ name }) => name);
}

/** Rows or columns may have been inserted before it, but hardly more than a few. */
const CORNER_ROWS = 20;

function findCorner(
  sheet: SheetReading,
  corner: string,
): { readonly row: number; readonly column: number } | undefined {
  for (let row = 0; row < Math.min(CORNER_ROWS, sheet.rows.length); row += 1) {
    const column = (sheet.rows[row] ?? []).findIndex((cell) => cell.value === corner);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

function hasCorner({ rows }: SheetReading): boolean {
  return rows.slice(0, CORNER_ROWS).some((cells) => cells.some((cell) => isCorner(textOf(cell))));
}

/** Without the corner: the row that holds most column keys, at least half of them. */
function bestRow(sheet: SheetReading, keys: ReadonlySet<string>): number | undefined {
  let best: number | undefined;
  let most = Math.max(1, keys.size / 2) - 0.5;
  sheet.rows.slice(0, CORNER_ROWS).forEach((cells, row) => {
    const hits = cells.filter((cell) => keys.has(textOf(cell))).length;
    if (hits > most) [best, most] = [row, hits];
  });
  return best;
}

/** Without the corner: the column that holds most row keys. */
function bestColumn(sheet: SheetReading, keys: ReadonlySet<string>): number | undefined {
  const hits = new Map<number, number>();
  for (const cells of sheet.rows) {
    cells.forEach((cell, column) => {
      if (keys.has(textOf(cell))) hits.set(column, (hits.get(column) ?? 0) + 1);
    });
  }
  const [first] = [...hits].sort((a, b) => b[1] - a[1]);
  return first && first[1] * 2 >= keys.size ? first[0] : undefined;
}

function columnsOf(cells: readonly ReadCell[], base: SnapshotSheet): Pick<LocatedSheet, "columns" | "doubledColumns"> {
  const known = new Set(base.columns);
  const columns = new Map<string, number>();
  const doubled = new Set<string>();
  cells.forEach((cell, column) => {
    const key = textOf(cell);
    if (!known.has(key)) return;
    if (columns.has(key)) doubled.add(key);
    columns.set(key, column);
  });
  for (const key of doubled) columns.delete(key);
  return { columns, doubledColumns: [...doubled] };
}

/** Keys are text; a host may have turned a key of digits into a number. */
export function textOf(cell: ReadCell | undefined): string {
  return cell === undefined || cell.value === null ? "" : String(cell.value).trim();
}
