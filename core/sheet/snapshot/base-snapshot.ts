import type { BookIdentity } from "../sheet-book.ts";
import type { CellValue } from "../cell.ts";

/** What was issued, kept inside the workbook itself (W2a): the only truth about what "changed" means. */
export interface BaseSnapshot {
  readonly format: 1;
  readonly identity: BookIdentity;
  readonly sheets: readonly SnapshotSheet[];
}

export interface SnapshotSheet {
  readonly key: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** Column keys whose values identify a row to a person. */
  readonly identityColumns: readonly string[];
  readonly rows: readonly SnapshotRow[];
}

export interface SnapshotRow {
  readonly key: string;
  readonly cells: readonly SnapshotCell[];
}

/** Bound cells carry record, field, revision; identity cells and formulas are kept to notice sorting and overtyping. */
export interface SnapshotCell {
  readonly column: string;
  readonly value: CellValue;
  readonly formula?: string;
  readonly record?: string;
  readonly field?: string;
  readonly revision?: number;
}
