import { addressOf } from "#core/sheet/cell-address.ts";
import { copiesOf, locateSheet, type LocatedSheet } from "#core/sheet/diff/locate-sheet.ts";
import { matchRows } from "#core/sheet/diff/match-rows.ts";
import { findSortedWithoutKeys } from "#core/sheet/diff/sorted-without-keys.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import type { BookReading, CellPlace, ReadCell } from "#core/sheet/reading.ts";
import { isTableSheetKey, reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import type { BaseSnapshot, SnapshotSheet } from "#core/sheet/snapshot/base-snapshot.ts";

/** A cell of the form where it stands in a workbook. */
export interface FoundCell {
  readonly cell: string;
  readonly found: ReadCell;
  readonly place: CellPlace;
}

export interface CellsFound {
  readonly cells: readonly FoundCell[];
  /** What is left out because nobody can tell where it belongs: copied sheets, doubled rows and columns. */
  readonly problems: readonly SheetProblem[];
}

/**
 * By the keys that are hidden in every sheet of the program, so that moved columns and renamed tabs do no harm; what was copied
 * inside the workbook is told, as in every workbook that comes back (W2, W3). A table that was thrown away gives nothing.
 */
export function cellsFound(reading: BookReading, base: BaseSnapshot): CellsFound {
  const sheets = base.sheets.filter(({ key }) => isTableSheetKey(key)).map((sheet) => cellsOfSheet(reading, sheet));
  return { cells: sheets.flatMap(({ cells }) => cells), problems: sheets.flatMap(({ problems }) => problems) };
}

function cellsOfSheet(reading: BookReading, base: SnapshotSheet): CellsFound {
  const located = locateSheet(base, reading);
  if ("problem" in located) {
    const { problem } = located;
    return { cells: [], problems: problem.code === "sheet-missing" ? [] : [problem] };
  }
  const sheet = located.found;
  const { matched, problems: found } = matchRows(sheet);
  const strange = found.filter(({ code }) => code !== "row-missing");
  const problems = [...copiedIn(sheet, reading), ...doubledIn(sheet), ...strange];
  const sorted = findSortedWithoutKeys(sheet, matched);
  if (sorted.length > 0) return { cells: [], problems: [...sorted, ...problems] };
  const cells = matched.flatMap(({ base: { key }, row, cells: line }) =>
    [...sheet.columns].flatMap(([column, at]) => {
      const cell = reportCellOfKeys({ sheet: base.key, row: key, column });
      if (cell === undefined) return [];
      const place = { sheet: sheet.reading.name, address: addressOf({ row, column: at }) };
      return [{ cell, found: line[at] ?? { value: null }, place }];
    }),
  );
  return { cells, problems };
}

function copiedIn(sheet: LocatedSheet, reading: BookReading): readonly SheetProblem[] {
  const original = sheet.reading.name;
  return copiesOf(sheet, reading).map((copy) => ({ code: "sheet-copied", sheet: copy, original }));
}

function doubledIn({ doubledColumns, reading: { name } }: LocatedSheet): readonly SheetProblem[] {
  return doubledColumns.map((column) => ({ code: "column-key-doubled", sheet: name, column }));
}
