import type { SeenRow, SeenSheet, SeenWorkbook } from "#core/intake/seen-workbook.ts";
import type { Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";

/** Workbooks as files. What comes from outside is read by a guarded child process only (W7), whatever it claims to be. */
export interface Workbooks {
  render(book: SheetBook): Promise<Uint8Array>;
  read(content: Uint8Array): Promise<Result<BookReading, IntakeRefusal>>;
  /** The verdict on a foreign workbook of any size, within two seconds. */
  inspect(content: Uint8Array): Promise<Result<SeenWorkbook, IntakeRefusal>>;
  /** Opens one sheet of a foreign workbook: checked to its end first, so that a refusal comes before any row does. */
  openSheet(content: Uint8Array, sheet: string): Promise<Result<OpenSheet, IntakeRefusal>>;
  /** A foreign workbook as it came, with one column more (or that of the last import written anew) that says what became of each row. */
  withResults(content: Uint8Array, results: readonly SheetResults[]): Promise<Result<Uint8Array, IntakeRefusal>>;
  /** Paragraphs of a Word document, for previews; tables come row by row, cells separated by tabs. */
  readWordText(content: Uint8Array): Promise<Result<readonly string[], IntakeRefusal>>;
  /** Deflates and inflates the base snapshot inside a workbook. */
  readonly codec: SnapshotCodec;
}

/** Holds a reader's process: iterate `batches` to the end (or leave the loop), or close it. */
export interface OpenSheet {
  readonly sheet: SeenSheet;
  readonly date1904: boolean;
  /** Rows in order, a few thousand cells at a time, read as fast as they are taken; once. A refusal, if any, is the last one. */
  readonly batches: AsyncIterable<Result<readonly SeenRow[], IntakeRefusal>>;
  close(): void;
}

/** Rows are physical and 0-based. */
export interface SheetResults {
  readonly sheet: string;
  /** Where the column's heading goes. */
  readonly headerRow: number;
  /** "导入结果" */
  readonly header: string;
  readonly texts: ReadonlyMap<number, string>;
}
