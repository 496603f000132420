import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import { markBook } from "#core/sheet/marks/mark-book.ts";
import { overlayReading } from "#core/sheet/marks/overlay-reading.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { SheetHost } from "#core/sheet/sheet-host.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { readWorkbook, type IntakeOptions } from "./intake/read-workbook.ts";
import { renderXlsx } from "./render-xlsx.ts";

/** A sheet host whose sheet is a file: drawn once, sent away, and read again through the guarded reader. */
export interface XlsxHost extends SheetHost {
  /** The file as it is now. @throws before anything was drawn */
  bytes(): Uint8Array;
  /** Takes the file as it came back; nothing in it is trusted. */
  open(bytes: Uint8Array): void;
}

/** Reading a file that is none is no bug of the caller: `refusal` says what is wrong with it. */
export class UnreadableWorkbook extends Error {
  readonly refusal: IntakeRefusal;

  constructor(refusal: IntakeRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

interface Drawn {
  readonly book: SheetBook;
  readonly base: BaseSnapshot;
  readonly bytes: Uint8Array;
}

export function createXlsxHost(options: IntakeOptions = {}): XlsxHost {
  let drawn: Drawn | undefined;
  const current = (): Drawn => {
    if (!drawn) throw new Error("nothing was drawn yet");
    return drawn;
  };
  const read = async (): Promise<BookReading> => {
    const reading = await readWorkbook(current().bytes, options);
    if (!reading.ok) throw new UnreadableWorkbook(reading.refusal);
    return reading.value;
  };
  return {
    async draw(book, drawOptions) {
      const bytes = await renderXlsx(book);
      // All or nothing: an abandoned draw leaves what was there.
      if (drawOptions?.signal?.aborted === true) throw new Error("drawing was cancelled");
      const seen = drawOptions?.seen;
      if (seen && JSON.stringify(seen.sheets) !== JSON.stringify((await read()).sheets))
        throw new Error("typed-meanwhile: the file is not the one that was read");
      drawn = { book, base: snapshotOfBook(book), bytes };
      drawOptions?.onProgress?.(book.sheets.length, book.sheets.length);
    },
    read,
    async mark(marks) {
      const { book, base } = current();
      const marked = markBook(overlayReading(book, await read()), marks);
      drawn = { book: marked, base, bytes: await renderXlsx(marked, base) };
    },
    bytes: () => current().bytes,
    open(bytes) {
      drawn = { ...current(), bytes };
    },
  };
}
