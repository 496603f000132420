/** Why a row of the sheet is no record. */
export type SkippedWhy = "title" | "instruction" | "subtotal" | "blank" | "repeated-header";
export type RowRole = "data" | SkippedWhy;

export interface FoundColumn {
  /** 0-based, from column A. */
  readonly index: number;
  /** Headings from the top level down: ["联系方式", "手机"]; empty where a column has values but no heading. */
  readonly path: readonly string[];
  /** The lowest heading. */
  readonly text: string;
  /** Numbers the rows (序号) and says nothing about them. */
  readonly counts: boolean;
}

/** A table inside a sheet. All rows are physical and 0-based. */
export interface FoundTable {
  readonly headerRows: readonly number[];
  readonly columns: readonly FoundColumn[];
  /** First and last row with a record among the rows looked at; -1 when there is none. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly skipped: readonly { readonly row: number; readonly why: SkippedWhy }[];
  /** What each header row says, by column: how repeated ones are known. */
  readonly headerTexts: readonly (readonly string[])[];
  /** Columns that a merged block covers, by row: notes are written that way. */
  readonly wideRows: ReadonlyMap<number, number>;
}
