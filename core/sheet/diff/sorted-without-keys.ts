import type { SnapshotRow } from "../snapshot/base-snapshot.ts";
import type { SheetProblem } from "../edit.ts";
import { isLayoutKey } from "../row-key.ts";
import type { LocatedSheet } from "./locate-sheet.ts";
import { placeAt, type MatchedRow } from "./match-rows.ts";
import { sameValue, tidied } from "./same-value.ts";

/** A row whose identity cell shows what another key's base row showed. */
interface Stray {
  readonly match: MatchedRow;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Someone sorted the visible columns and left the hidden keys behind: then every key is doubtful. Told by identity
 * columns, each for itself (only some may have been sorted): a value that belongs to another row of the base. In a column
 * that may be reworded one such value can be honest (the same words for two items); two rows that took each other's are not.
 */
export function findSortedWithoutKeys(sheet: LocatedSheet, matched: readonly MatchedRow[]): readonly SheetProblem[] {
  const rows = matched.filter((match) => !isLayoutKey(match.base.key));
  return sheet.base.identityColumns.flatMap((column) => {
    const at = sheet.columns.get(column);
    if (at === undefined) return [];
    const strays = straysOf(sheet, { column, at }, rows);
    const suspicious = isRewordable(sheet, column)
      ? strays.filter((stray) => strays.some((other) => other.found === stray.expected))
      : strays;
    return suspicious.map(({ match, expected, found }) => ({
      code: "sorted-without-keys" as const,
      place: placeAt(sheet, match.row, at),
      expected,
      found,
    }));
  });
}

interface IdentityColumn {
  readonly column: string;
  readonly at: number;
}

function straysOf(sheet: LocatedSheet, { column, at }: IdentityColumn, rows: readonly MatchedRow[]): readonly Stray[] {
  const owners = soleOwners(sheet, column);
  return rows.flatMap((match) => {
    const base = identityValue(match.base, column);
    const value = match.cells[at]?.value ?? null;
    const found = identityText(value);
    const owner = owners.get(found);
    if (found === "" || owner === undefined || owner === match.base.key || sameValue(base, value)) return [];
    return [{ match, column, expected: identityText(base), found }];
  });
}

/** Values that exactly one row of the base has, and whose. */
export function soleOwners(sheet: LocatedSheet, column: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const row of sheet.base.rows) {
    const text = identityText(identityValue(row, column));
    if (text === "" || isLayoutKey(row.key)) continue;
    if (owners.has(text)) shared.add(text);
    owners.set(text, row.key);
  }
  for (const text of shared) owners.delete(text);
  return owners;
}

export function identityText(value: SnapshotRow["cells"][number]["value"]): string {
  const tidy = tidied(value);
  return tidy === null ? "" : String(tidy).trim();
}

function identityValue(row: SnapshotRow, column: string): SnapshotRow["cells"][number]["value"] {
  return row.cells.find((cell) => cell.column === column)?.value ?? null;
}

function isRewordable(sheet: LocatedSheet, column: string): boolean {
  return sheet.base.rows.some((row) => row.cells.some((cell) => cell.column === column && cell.record !== undefined));
}
