import type { Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot-codec.ts";

/** Workbooks as files. What comes from outside is read by a guarded child process only (W7), whatever it claims to be. */
export interface Workbooks {
  render(book: SheetBook): Promise<Uint8Array>;
  read(content: Uint8Array): Promise<Result<BookReading, IntakeRefusal>>;
  /** Paragraphs of a Word document, for previews; tables come row by row, cells separated by tabs. */
  readWordText(content: Uint8Array): Promise<Result<readonly string[], IntakeRefusal>>;
  /** Deflates and inflates the base snapshot inside a workbook. */
  readonly codec: SnapshotCodec;
}
