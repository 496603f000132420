import type { DrillRow, Drilled } from "#addin/screens/drill-down/drill-down-screen.tsx";
import type { SelectedCell } from "#addin/screens/ledger/ledger-screen-props.ts";
import { namesOfCell } from "#addin/session/book/book-cells.ts";
import { shownValue } from "#addin/session/book/book-html.ts";
import { historyOf, valueAt } from "#addin/session/selected-cell.ts";
import { cellsBehind, type DrawnCell } from "#core/sheet/cells-behind.ts";
import { keysOfPlace, placeOfKeys } from "#core/sheet/place-of-keys.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { rowKeyText } from "#core/sheet/row-key.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";

/** The selected cell of the workbook as the pane shows it. */
export interface LookedAt {
  readonly selected: SelectedCell | null;
  readonly drilled: Drilled;
}

export const NOTHING_SELECTED: LookedAt = { selected: null, drilled: { kind: "choose" } };

export interface Looking {
  readonly place: CellPlace;
  readonly reading: BookReading;
  /** null: the service was not asked yet, and only the workbook's own snapshot is known. */
  readonly drawn: { readonly book: SheetBook; readonly view: LedgerView } | null;
}

const NAMED = new Set(["data", "total"]);

/** By the hidden keys, because the officer may have inserted rows and columns of his own. */
export function lookAt({ place, reading, drawn }: Looking): LookedAt {
  if (!drawn) return { selected: null, drilled: { kind: "offline" } };
  const snapshot = snapshotOfBook(drawn.book);
  const keys = keysOfPlace(snapshot, reading, place);
  const found = keys && cellOfKeys(drawn.book, keys);
  if (!found) return { selected: null, drilled: { kind: "outside" } };
  const { sheet, row, cell } = found;
  const item = sheet.key === "quantitative" ? (drawn.view.items.find(({ key }) => key === row.key) ?? null) : null;
  const names = NAMED.has(row.kind) ? namesOfCell(found) : { row: "", column: "" };
  const shown = shownValue(cell, valueAt(reading, place));
  const selected = {
    ...{ place, rowName: names.row, columnName: names.column, cell, shown, item },
    ...historyOf(cell, item, drawn.view),
  };
  const shownOf = (behind: DrawnCell): string => {
    const at = behind.row.key === null ? undefined : placeOfKeys(snapshot, reading, keysOf(behind));
    return shownValue(behind.cell, at ? valueAt(reading, at) : behind.cell.value);
  };
  return { selected, drilled: drill(drawn.book, found, { selected, shownOf }) };
}

interface DrillFacts {
  readonly selected: SelectedCell;
  readonly shownOf: (cell: DrawnCell) => string;
}

function drill(book: SheetBook, found: DrawnCell, { selected, shownOf }: DrillFacts): Drilled {
  const { formula } = found.cell;
  if (formula === undefined) return { kind: "nothing" };
  const rows = cellsBehind(book, found).map((behind): DrillRow => {
    const names = namesOfCell(behind);
    return {
      name: nameOf(behind, names.row),
      column: names.column,
      shown: shownOf(behind),
      state: behind.cell.state,
      cell: behind.row.key === null ? null : keysOf(behind),
    };
  });
  const name = nameOf(found, selected.rowName);
  return { kind: "cells", name: name === "" ? selected.place.address : name, shown: selected.shown, formula, rows };
}

/** Totals have no identity: what stands first in their row says what they are. */
function nameOf({ sheet, row, column }: DrawnCell, identity: string): string {
  if (identity !== "") return identity;
  const label = sheet.columns.find(({ key }) => key !== column && typeof row.cells[key]?.value === "string")?.key;
  return label === undefined ? "" : String(row.cells[label]?.value ?? "");
}

function keysOf({ sheet, row, column }: DrawnCell): CellKeys {
  return { sheet: sheet.key, row: rowKeyText(row), column };
}

function cellOfKeys(book: SheetBook, keys: CellKeys): DrawnCell | undefined {
  const sheet = book.sheets.find(({ key }) => key === keys.sheet);
  const row = sheet?.rows.find((candidate) => candidate.key === keys.row);
  const cell = row?.cells[keys.column];
  return sheet && row && cell ? { sheet, row, column: keys.column, cell } : undefined;
}
