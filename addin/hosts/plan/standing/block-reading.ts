import type { CellValue } from "#core/sheet/cell.ts";
import type { ReadCell, SheetReading } from "#core/sheet/reading.ts";

/** What a program tells about a rectangle of cells: its values and, in the same order, its formulas. */
export interface ReadBlock {
  /** Physical, 0-based: a used range begins wherever the first filled cell stands. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

const EMPTY: ReadCell = { value: null };

/** From A1 on, as a SheetReading counts. Several blocks are put together. */
export function readingOfBlocks(name: string, blocks: readonly ReadBlock[]): SheetReading {
  const rows: ReadCell[][] = [];
  for (const block of blocks) {
    block.values.forEach((values, down) => {
      const row = (rows[block.top + down] ??= []);
      for (let column = row.length; column < block.left; column += 1) row.push(EMPTY);
      const formulas = block.formulas[down] ?? [];
      values.forEach((value, right) => (row[block.left + right] = readCell(value, formulas[right])));
    });
  }
  return { name, rows: Array.from(rows, (row: ReadCell[] | undefined) => row ?? []) };
}

/** A text that begins with "=" reads as its own formula; a real formula never equals its result. */
export function readCell(value: unknown, formula: unknown): ReadCell {
  const found = cellValue(value);
  if (typeof formula === "string" && formula.startsWith("=") && formula.length > 1 && formula !== value)
    return { value: found, formula: formula.slice(1) };
  return found === null ? EMPTY : { value: found };
}

function cellValue(value: unknown): CellValue {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
