import type { CellValue } from "#core/sheet/cell.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import type { PrintSettings, Sheet } from "#core/sheet/sheet.ts";

/**
 * What a desk program has to do to show a book, in blocks and without naming any program. Positions in a plan count its own
 * rows and columns from 0, keys not included; a Placement says where they stand in the worksheet.
 */
export interface BookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  /** Column A of the very-hidden sheet META_SHEET, from A1 down (W2a). */
  readonly meta: readonly string[];
}

export interface SheetPlan {
  readonly key: string;
  /** Tab name that the book asks for. */
  readonly name: string;
  /** Of the hidden column A; layout rows may share one ("#section"). */
  readonly rowKeys: readonly string[];
  /** Of the hidden row 1. */
  readonly columnKeys: readonly string[];
  /** Rows by columns; what is written is `inputOf` of it, in the formats below. */
  readonly contents: readonly (readonly ReadCell[])[];
  readonly formats: Painted<string>;
  readonly looks: Painted<CellLook>;
  readonly rules: Painted<CellRule>;
  /** true: may be typed in while the sheet is protected. */
  readonly open: Painted<boolean>;
  readonly merges: readonly Area[];
  /** Characters; null: leave it. */
  readonly widths: readonly (number | null)[];
  readonly hiddenColumns: readonly boolean[];
  /** Points; null: leave it. */
  readonly heights: readonly (number | null)[];
  readonly frozen: Sheet["frozen"];
  readonly isProtected: boolean;
  /** null: leave it. */
  readonly print: PrintSettings | null;
  /** Which cells the formulas speak of; absent: those of a sheet that is drawn anew. */
  readonly speaksOf?: Placement;
  /** What the officer had beside our rows and columns, where `speaksOf` counts; put back only into lines that come back. */
  readonly own?: readonly OwnCell[];
}

/** A cell of the officer's own, beside our rows and columns. Physical, 0-based. */
export interface OwnCell {
  readonly row: number;
  readonly column: number;
  readonly content: ReadCell;
}

/** Few different things in many cells: `at` holds places in `table` by row and column; NOTHING where there is none. */
export interface Painted<T> {
  readonly table: readonly T[];
  readonly at: readonly (readonly number[])[];
}

export const NOTHING = -1;

/** 0-based, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Everything about a look; colours as "#RRGGBB", null: the program's own. */
export interface CellLook {
  readonly fill: string | null;
  readonly color: string | null;
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly align: "left" | "center" | "right" | null;
  readonly wrap: boolean;
  readonly border: CellBorder | null;
}

export interface CellBorder {
  readonly style: "hair" | "thin" | "dashed" | "double";
  readonly color: string;
}

/** What may be typed, and the note that shows beside the selected cell. A rule without a constraint takes everything. */
export interface CellRule {
  readonly constraint: RulePlan | null;
  /** At most LONGEST_NOTE characters; "" for none. */
  readonly note: string;
}

/** Only warned of, never stopped: what was typed stays, and the service says why it does not take it (W4). */
export type RulePlan =
  | { readonly type: "list"; readonly source: string }
  | { readonly type: "decimal"; readonly lowest: number; readonly highest: number | null; readonly message: string }
  | { readonly type: "whole"; readonly lowest: number; readonly highest: number; readonly message: string }
  | { readonly type: "text"; readonly longest: number };

export interface NamePlan {
  readonly name: string;
  /** Key of the sheet. */
  readonly sheet: string;
  readonly area: Area;
}

/** Physical, 0-based: where the plan's rows and columns stand in a worksheet, and where its keys do. */
export interface Placement {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly keyRow: number;
  readonly keyColumn: number;
}

/** What is written into a cell; "" empties it. */
export type CellInput = Exclude<CellValue, null>;
