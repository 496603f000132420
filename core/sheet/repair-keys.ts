import type { BaseSnapshot } from "./snapshot/base-snapshot.ts";
import { locateSheet, type LocatedSheet } from "./diff/locate-sheet.ts";
import { matchRows } from "./diff/match-rows.ts";
import { findSortedWithoutKeys, identityText } from "./diff/sorted-without-keys.ts";
import type { BookReading, ReadCell, SheetReading } from "./reading.ts";
import { isLayoutKey } from "./row-key.ts";

/** A key to write into one row's hidden cell. `row` and `column` are physical, 0-based. */
export interface KeyRepair {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

/**
 * The offer after "rows were sorted without their keys": which key belongs to which row, told by the identity
 * columns alone. @returns undefined when any row could be two, or a row's identity was changed too: then nobody guesses.
 */
export function repairKeys(snapshot: BaseSnapshot, reading: BookReading): readonly KeyRepair[] | undefined {
  const repairs: KeyRepair[] = [];
  for (const base of snapshot.sheets) {
    const located = locateSheet(base, reading);
    if ("problem" in located) continue;
    const sheet = located.found;
    if (findSortedWithoutKeys(sheet, matchRows(sheet).matched).length === 0) continue;
    const found = repairSheet(sheet);
    if (!found) return undefined;
    repairs.push(...found);
  }
  return repairs;
}

/** The reading as it would be with the repaired keys; what a host does to the sheet itself. */
export function applyRepairs(reading: BookReading, repairs: readonly KeyRepair[]): BookReading {
  return {
    ...reading,
    sheets: reading.sheets.map((sheet) =>
      repaired(
        sheet,
        repairs.filter((repair) => repair.sheet === sheet.name),
      ),
    ),
  };
}

function repairSheet(sheet: LocatedSheet): readonly KeyRepair[] | undefined {
  const owners = ownersByIdentity(sheet);
  const rows = sheet.reading.rows.flatMap((cells, row) => (isRecordRow(sheet, cells, row) ? [{ cells, row }] : []));
  if (!owners || rows.length !== owners.size) return undefined;
  const taken = new Set<string>();
  const repairs: KeyRepair[] = [];
  for (const { cells, row } of rows) {
    const key = owners.get(shownIdentity(sheet, cells));
    if (key === undefined || taken.has(key)) return undefined;
    taken.add(key);
    repairs.push({ sheet: sheet.reading.name, row, column: sheet.keyColumn, key });
  }
  return repairs;
}

function isRecordRow(sheet: LocatedSheet, cells: readonly ReadCell[], row: number): boolean {
  const key = cells[sheet.keyColumn]?.value ?? null;
  return row !== sheet.keyRow && key !== null && key !== "" && !isLayoutKey(String(key));
}

/** @returns undefined when two rows of the base look the same. */
function ownersByIdentity(sheet: LocatedSheet): ReadonlyMap<string, string> | undefined {
  const owners = new Map<string, string>();
  const records = sheet.base.rows.filter((row) => !isLayoutKey(row.key));
  for (const row of records) {
    const values = sheet.base.identityColumns.map(
      (column) => row.cells.find((cell) => cell.column === column)?.value ?? null,
    );
    owners.set(JSON.stringify(values.map(identityText)), row.key);
  }
  return owners.size === records.length ? owners : undefined;
}

function shownIdentity(sheet: LocatedSheet, cells: readonly ReadCell[]): string {
  const values = sheet.base.identityColumns.map((column) => cells[sheet.columns.get(column) ?? -1]?.value ?? null);
  return JSON.stringify(values.map(identityText));
}

function repaired(sheet: SheetReading, repairs: readonly KeyRepair[]): SheetReading {
  const rows = sheet.rows.map((cells) => [...cells]);
  for (const repair of repairs) {
    const cells = rows[repair.row];
    if (cells) cells[repair.column] = { value: repair.key };
  }
  return { ...sheet, rows };
}
