import type { CellWrite } from "#core/sheet/sheet-host.ts";
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { MISSING_MARK } from "#core/sheet/roster/roster-cells.ts";
import { ROSTER_SHEET } from "#core/sheet/roster/roster-sheet-key.ts";
import { fieldKey } from "./book/book-cells.ts";
import { shownValues } from "./shown-values.ts";

export interface ColumnFill {
  readonly field: string;
  readonly value: string;
  /** Leaves what stands there already, typed or not. */
  readonly onlyEmpty: boolean;
  /** Keys of the rows it is for; null: all of them. */
  readonly rows: ReadonlySet<string> | null;
}

/** One value into a column of every record, or of the chosen ones, that may be changed (M4), as if it had been pasted. */
export function fillColumn(snapshot: BaseSnapshot, reading: BookReading, fill: ColumnFill): readonly CellWrite[] {
  const shown = shownValues(snapshot, reading);
  const sheet = snapshot.sheets.find(({ key }) => key === ROSTER_SHEET);
  return (sheet?.rows ?? []).flatMap((row): readonly CellWrite[] => {
    if (fill.rows?.has(row.key) === false) return [];
    const cell = row.cells.find(({ column }) => column === fill.field);
    if (cell?.record === undefined || cell.field === undefined) return [];
    const now = shown.get(fieldKey({ record: cell.record, field: cell.field })) ?? null;
    const isEmpty = now === null || now === MISSING_MARK;
    if (fill.onlyEmpty && !isEmpty) return [];
    return [{ sheet: ROSTER_SHEET, row: row.key, column: cell.column, value: fill.value }];
  });
}
