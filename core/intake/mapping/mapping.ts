/** How a column came to its field. */
export type MappedBy = "remembered" | "label" | "shape" | "none";

export interface MappedColumn {
  readonly index: number;
  /** Headings from the top down, joined for the officer: "联系方式 / 手机". */
  readonly header: string;
  /** Null: left out. */
  readonly field: string | null;
  readonly by: MappedBy;
  /** Edition of the standard that bare codes in it follow. Never guessed: the officer or the heading says it. */
  readonly edition: string | null;
  /** Its codes need an edition, and none was said. */
  readonly editionNeeded: boolean;
}

/** A proposal; the officer confirms or changes it before anything is read by it. */
export interface Mapping {
  readonly layout: string;
  readonly columns: readonly MappedColumn[];
  /** Columns that would be the same field; the best (then the first) of them has it. */
  readonly conflicts: readonly { readonly field: string; readonly columns: readonly number[] }[];
  /** Keys of fields that no column has. */
  readonly missing: readonly string[];
}

/** A mapping that an officer confirmed, kept under its layout. */
export interface RememberedMapping {
  readonly layout: string;
  readonly columns: readonly Pick<MappedColumn, "index" | "field" | "edition">[];
}
