import type { ReadCell } from "#core/sheet/reading.ts";

/**
 * What a plain value does not say about itself.
 * error: the text is an error of the sheet. digits-kept: a number with more digits than a spreadsheet shows; the file has
 * them all. digits-lost: a number whose last digits the file no longer has; zeros stand in their place, as on screen.
 */
export type SeenFlag = "error" | "digits-kept" | "digits-lost";

/** One cell as the sheet shows it: nothing trimmed, nothing converted but dates to "2026-03-01" (or with " 12:30"). */
export interface SeenCell extends ReadCell {
  /** The text on screen, where it says more or less than the value: "2026.10" for 2026.1, "1969-01" for a date shown without its day. */
  readonly shown?: string;
  readonly flag?: SeenFlag;
}

/** A row with anything in it. `row` is physical and 0-based; `cells` begin at column A and end with the last that shows something. */
export interface SeenRow {
  readonly row: number;
  readonly cells: readonly SeenCell[];
}

/** 0-based and inclusive. Only the first cell of a merged range shows anything. */
export interface SeenMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SeenSheet {
  readonly name: string;
  readonly state: "visible" | "hidden" | "very-hidden";
  /** Last row and column that show something, counted from 1; 0 in an empty sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Cells that show something. */
  readonly cells: number;
  readonly formulas: number;
  /** Values that nobody sees because a merged neighbour covers them; they are left out. */
  readonly covered: number;
  readonly merges: readonly SeenMerge[];
}

/** What a foreign workbook holds, before any value is handed on. */
export interface SeenWorkbook {
  readonly date1904: boolean;
  /** Every part was checked to its end; else the file is so big that only its beginning was, and the figures are those so far. */
  readonly complete: boolean;
  readonly sheets: readonly SeenSheet[];
}
