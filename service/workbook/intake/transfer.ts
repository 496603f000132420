import type { Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { BookReading, ReadCell } from "#core/sheet/reading.ts";
import type { SheetCell, SheetRow } from "./parts/sheet-part.ts";

/** What the child says, as JSON: only cells that show something, so that an answer is about as big as the values in it. */
export type ChildAnswer = Result<ChildReading, IntakeRefusal>;
export type ChildReading =
  | { readonly kind: "workbook"; readonly sheets: readonly PackedSheet[]; readonly meta: string | null }
  | { readonly kind: "word"; readonly paragraphs: readonly string[] };

export interface PackedSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

const EMPTY: ReadCell = { value: null };

/** Dense again, as a reading is: physical rows from the first on, each as long as its last cell. */
export function unpackBook(answer: Extract<ChildReading, { kind: "workbook" }>): BookReading {
  return { meta: answer.meta, sheets: answer.sheets.map(({ name, rows }) => ({ name, rows: unpackRows(rows) })) };
}

function unpackRows(packed: readonly SheetRow[]): readonly (readonly ReadCell[])[] {
  const rows: ReadCell[][] = [];
  for (const [row, cells] of packed) {
    while (rows.length <= row) rows.push([]);
    rows[row] = unpackCells(cells);
  }
  return rows;
}

function unpackCells(packed: readonly SheetCell[]): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const [column, value, formula] of packed) {
    while (cells.length < column) cells.push(EMPTY);
    cells.push(formula === undefined ? { value } : { value, formula });
  }
  return cells;
}
