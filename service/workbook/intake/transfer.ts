import type { Result } from "#core/kernel/result.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { BookReading, ReadCell } from "#core/sheet/reading.ts";
import type { SparseRows } from "./parts/sheet-part.ts";

/** What the child says, as JSON: only cells that show something, so that an answer is about as big as the values in it. */
export type ChildAnswer = Result<ChildReading, IntakeRefusal>;
export type ChildReading =
  | { readonly kind: "workbook"; readonly sheets: readonly PackedSheet[]; readonly meta: string | null }
  | { readonly kind: "word"; readonly paragraphs: readonly string[] };

export interface PackedSheet {
  readonly name: string;
  readonly rows: readonly PackedRow[];
}

type PackedRow = readonly [row: number, cells: readonly PackedCell[]];
type PackedCell = readonly [column: number, value: CellValue, formula?: string];

const EMPTY: ReadCell = { value: null };

export function packSheet(name: string, rows: SparseRows): PackedSheet {
  const packed = [...rows].flatMap(([row, cells]): readonly PackedRow[] => {
    const entries = [...cells].map(([column, cell]): PackedCell =>
      cell.formula === undefined ? [column, cell.value] : [column, cell.value, cell.formula],
    );
    return entries.length === 0 ? [] : [[row, entries]];
  });
  return { name, rows: packed };
}

/** Dense again, as a reading is: physical rows from the first on, each as long as its last cell. */
export function unpackBook(answer: Extract<ChildReading, { kind: "workbook" }>): BookReading {
  return { meta: answer.meta, sheets: answer.sheets.map(({ name, rows }) => ({ name, rows: unpackRows(rows) })) };
}

function unpackRows(packed: readonly PackedRow[]): readonly (readonly ReadCell[])[] {
  const rows: ReadCell[][] = [];
  for (const [row, cells] of packed) {
    while (rows.length <= row) rows.push([]);
    rows[row] = unpackCells(cells);
  }
  return rows;
}

function unpackCells(packed: readonly PackedCell[]): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const [column, value, formula] of packed) {
    while (cells.length < column) cells.push(EMPTY);
    cells.push(formula === undefined ? { value } : { value, formula });
  }
  return cells;
}
