/**
 * What is computed from cells: `A3 + A5`, `1!A16`, `行3 + 行5` (rows of the same column), `B..J` (columns of the same row, added up),
 * `上年(1!A16)`. One form for formula cells, table checks and the formulas that stand in the sheet.
 */
export type Formula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "cell"; readonly at: CellAddress; readonly lastYear: boolean }
  /** From the first to the last of one row or column, added up. */
  | { readonly kind: "range"; readonly from: CellAddress; readonly to: CellAddress; readonly lastYear: boolean }
  | { readonly kind: "row"; readonly table: number | null; readonly row: number }
  | { readonly kind: "rows"; readonly from: number; readonly to: number }
  /** `2!A`: of another table, in this row. */
  | { readonly kind: "column"; readonly table: number | null; readonly column: string }
  | { readonly kind: "columns"; readonly from: string; readonly to: string }
  | { readonly kind: "plus" | "minus" | "times"; readonly left: Formula; readonly right: Formula };

/** `table` null: the table the formula stands in. `cell`: "AB12", or "补2.3" for a blank of a supplementary line. */
export interface CellAddress {
  readonly table: number | null;
  readonly cell: string;
}

/** Where and why a formula could not be read. `at`: index of the first character meant. */
export interface FormulaProblem {
  readonly code: "formula-unreadable";
  readonly at: number;
  readonly given: string;
  readonly problem: "cell-expected" | "sign-expected" | "bracket-missing" | "range-crooked" | "too-long";
}
