import type { IntroductionLetter } from "./records/letters.ts";
import type { Material } from "./reports/materials.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";

/** What leaves for paper and archives (L18): Word files and packs of evidence. */
export interface Documents {
  /** Title, info and tables of a book's sheets on A4, header rows repeated, pictures in an appendix. */
  renderWord(book: SheetBook, options: WordOptions): Promise<Uint8Array>;
  /** The introduction letter with counterfoil and receipt (M13). */
  renderLetter(letter: IntroductionLetter): Promise<Uint8Array>;
  /** What goes with a report: answers point by point, or name lists and explanations (R8). */
  renderMaterial(material: Material, stamp: ExportStamp): Promise<Uint8Array>;
  /** A ZIP made while it is read; entries are opened one after the other. */
  packZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncIterable<Uint8Array>;
}

export interface WordOptions {
  readonly stamp: ExportStamp;
  readonly pictures: readonly WordPicture[];
}

/** Who took it out, when; stands in header and footer (A13). */
export interface ExportStamp {
  readonly unit: string;
  readonly account: string;
  readonly at: string;
  /** 密级, where one is set. */
  readonly secrecyMark: string | null;
}

export interface WordPicture {
  readonly caption: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface ZipEntry {
  /** UTF-8, "/" between folders; already safe and unique. */
  readonly name: string;
  readonly modifiedAt: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}
