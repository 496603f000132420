import { addressOf } from "../cell-address.ts";
import { textOf } from "../diff/locate-sheet.ts";
import { tidied } from "../diff/same-value.ts";
import type { BookReading, CellPlace, ReadCell, SheetReading } from "../reading.ts";
import { cornerText, isLayoutKey } from "../row-key.ts";

/** A row of an edited table as it stands, in the order that is seen. */
export interface TableRow {
  /** "" for rows that were inserted. */
  readonly key: string;
  /** Text per column key, blanks around it dropped; "" where nothing stands. */
  text(column: string): string;
  place(column: string): CellPlace;
}

/** @returns undefined when the sheet is not in the reading. Rows without any text are no rows. */
export function readTable(reading: BookReading, sheetKey: string): readonly TableRow[] | undefined {
  const corner = cornerText({ key: sheetKey });
  const sheet = reading.sheets.find((candidate) => candidate.rows[0]?.[0]?.value === corner);
  if (!sheet) return undefined;
  const columns = columnsOf(sheet);
  return sheet.rows.flatMap((cells, row) => {
    const key = textOf(cells[0]);
    const filled = [...columns.values()].some((column) => tidied(cells[column]?.value ?? null) !== null);
    return row === 0 || isLayoutKey(key) || !filled ? [] : [tableRow(sheet, { key, cells, row, columns })];
  });
}

interface RowFacts {
  readonly key: string;
  readonly cells: readonly ReadCell[];
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

function tableRow(sheet: SheetReading, { key, cells, row, columns }: RowFacts): TableRow {
  return {
    key,
    text(column) {
      const at = columns.get(column);
      return at === undefined ? "" : textOf(cells[at]);
    },
    place: (column) => ({ sheet: sheet.name, address: addressOf({ row, column: columns.get(column) ?? 1 }) }),
  };
}

function columnsOf(sheet: SheetReading): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  (sheet.rows[0] ?? []).forEach((cell, at) => {
    const key = textOf(cell);
    if (at > 0 && key !== "" && !columns.has(key)) columns.set(key, at);
  });
  return columns;
}
