/** Caps on a file from outside. Far above every honest one, far below what hurts. */
export interface IntakeLimits {
  readonly fileBytes: number;
  readonly entries: number;
  /** All entries together, as declared in the directory. */
  readonly contentBytes: number;
  /** One part that is read. */
  readonly partBytes: number;
  /** A sheet or the shared texts, which are read in pieces. */
  readonly sheetBytes: number;
  /** Inflated to deflated, for entries of more than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly depth: number;
  /** Bytes of XML without any "<": longer attributes, names and texts are no cell. */
  readonly tokenBytes: number;
  readonly sheets: number;
  /** Highest row and column that hold anything. */
  readonly rows: number;
  readonly columns: number;
  /** Row elements, empty ones included. */
  readonly rowElements: number;
  readonly cells: number;
  readonly merges: number;
  readonly strings: number;
  readonly textLength: number;
  readonly allText: number;
  readonly formulaLength: number;
  readonly styles: number;
  readonly answerBytes: number;
  /** Of the whole process, looked at after each piece: buffers are not capped by the heap's limit. */
  readonly residentBytes: number;
}

/** For exchange workbooks and Word files, which are answered whole. */
export const INTAKE_LIMITS: IntakeLimits = {
  fileBytes: 20_000_000,
  entries: 2_000,
  contentBytes: 300_000_000,
  partBytes: 48_000_000,
  sheetBytes: 48_000_000,
  ratio: 250,
  ratioFrom: 4_000_000,
  depth: 40,
  tokenBytes: 200_000,
  sheets: 60,
  rows: 20_000,
  columns: 500,
  rowElements: 100_000,
  cells: 500_000,
  merges: 5_000,
  strings: 500_000,
  textLength: 32_767,
  allText: 20_000_000,
  formulaLength: 8_192,
  styles: 70_000,
  answerBytes: 80_000_000,
  residentBytes: 390_000_000,
};

/** For rosters: values leave the reader as they come, so the sheet may be as big as sheets get, 100,000 people included. */
export const FOREIGN_LIMITS: IntakeLimits = {
  ...INTAKE_LIMITS,
  fileBytes: 64_000_000,
  contentBytes: 1_000_000_000,
  sheetBytes: 700_000_000,
  rows: 1_048_576,
  columns: 1_024,
  rowElements: 1_048_576,
  cells: 5_000_000,
  merges: 20_000,
  strings: 5_000_000,
  allText: 120_000_000,
};
