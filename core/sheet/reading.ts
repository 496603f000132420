import type { CellValue } from "./cell.ts";

/** What a host or a file holds now, as found: no keys resolved, nothing trusted. */
export interface BookReading {
  readonly sheets: readonly SheetReading[];
  /** Text of the very-hidden sheet, or null when it is gone. */
  readonly meta: string | null;
}

export interface SheetReading {
  readonly name: string;
  /** Physical rows from sheet row 1 and column A on; row 0 holds column keys, cell 0 of each row the row key. */
  readonly rows: readonly (readonly ReadCell[])[];
}

export interface ReadCell {
  readonly value: CellValue;
  /** Without "="; its cached value is never trusted. */
  readonly formula?: string;
}

/** Where a person finds the cell: tab name and A1 address as it is now. */
export interface CellPlace {
  readonly sheet: string;
  readonly address: string;
}
