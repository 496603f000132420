import type { SnapshotRow } from "../snapshot/base-snapshot.ts";
import { addressOf } from "../cell-address.ts";
import type { SheetProblem } from "../edit.ts";
import type { CellPlace, ReadCell } from "../reading.ts";
import { isLayoutKey } from "../row-key.ts";
import { textOf, type LocatedSheet } from "./locate-sheet.ts";
import { tidied } from "./same-value.ts";

/** A row of the base and where it stands now. */
export interface MatchedRow {
  readonly base: SnapshotRow;
  /** Physical row. */
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

export interface MatchedRows {
  /** In the base's order, so that sorting changes nothing in what is found. */
  readonly matched: readonly MatchedRow[];
  readonly problems: readonly SheetProblem[];
}

/** Pairs rows by key. Missing, doubled, unknown and absent keys are told, and such rows left alone (W2). */
export function matchRows(sheet: LocatedSheet): MatchedRows {
  const known = new Map(sheet.base.rows.map((row) => [row.key, row]));
  const standing = new Map<string, number[]>();
  const problems: SheetProblem[] = [];
  sheet.reading.rows.forEach((cells, row) => {
    if (row === sheet.keyRow) return;
    const key = textOf(cells[sheet.keyColumn]);
    if (known.has(key)) standing.set(key, [...(standing.get(key) ?? []), row]);
    else problems.push(...strangeRow(sheet, row, key));
  });
  const matched: MatchedRow[] = [];
  for (const base of sheet.base.rows) {
    const rows = standing.get(base.key) ?? [];
    const [row] = rows;
    if (row === undefined) problems.push(missingRow(sheet, base));
    else if (rows.length > 1) problems.push(...rows.map((at) => doubledRow(sheet, at, base.key)));
    else matched.push({ base, row, cells: sheet.reading.rows[row] ?? [] });
  }
  return { matched, problems };
}

export function placeAt(sheet: LocatedSheet, row: number, column: number): CellPlace {
  return { sheet: sheet.reading.name, address: addressOf({ row, column }) };
}

function doubledRow(sheet: LocatedSheet, row: number, key: string): SheetProblem {
  return { code: "row-key-doubled", place: placeAt(sheet, row, firstShown(sheet)), key };
}

function missingRow(sheet: LocatedSheet, base: SnapshotRow): SheetProblem {
  const identity = sheet.base.identityColumns.map(
    (column) => base.cells.find((cell) => cell.column === column)?.value ?? "",
  );
  return { code: "row-missing", sheet: sheet.reading.name, key: base.key, identity: identity.join(" ").trim() };
}

/** A row that was not drawn: the officer's own notes beside the table are his business, values in our columns are not. */
function strangeRow(sheet: LocatedSheet, row: number, key: string): readonly SheetProblem[] {
  if (isLayoutKey(key)) return [];
  const cells = sheet.reading.rows[row] ?? [];
  const filled = [...sheet.columns.values()].filter((column) => isFilled(cells[column]));
  const [first] = filled.sort((a, b) => a - b);
  if (first === undefined) return [];
  const place = placeAt(sheet, row, first);
  return [key === "" ? { code: "row-without-key", place } : { code: "row-key-unknown", place, key }];
}

function isFilled(cell: ReadCell | undefined): boolean {
  return cell !== undefined && (cell.formula !== undefined || tidied(cell.value) !== null);
}

function firstShown(sheet: LocatedSheet): number {
  const columns = [...sheet.columns.values()];
  return columns.length === 0 ? sheet.keyColumn : Math.min(...columns);
}
