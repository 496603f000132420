import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import { absoluteRange } from "#core/sheet/cell-address.ts";
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import { encodeSnapshot, META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { DEFLATE_CODEC } from "./deflate-codec.ts";
import { cellStyles } from "./xlsx/cell-style.ts";
import { drawSheet } from "./xlsx/draw-sheet.ts";

/** Of compression: higher ones take several times as long for a tenth less. */
const LEVEL = 3;

/**
 * A book as an .xlsx that works without the add-in in Excel, WPS and LibreOffice (W7).
 * @param base what was issued; another than the book's own only when marks were added to cells that an officer had changed
 */
export async function renderXlsx(book: SheetBook, base: BaseSnapshot = snapshotOfBook(book)): Promise<Uint8Array> {
  return book.identity.kind === "roster" ? await renderStreamed(book, base) : await renderWhole(book, base);
}

/** Built up whole, and computed anew by the program that opens it. */
async function renderWhole(book: SheetBook, base: BaseSnapshot): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = false;
  workbook.calcProperties.fullCalcOnLoad = true;
  await drawBook(workbook, { book, base, streamed: false });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Rows leave while they are drawn: a list has no formulas and may have 10,000 people by 40 columns. */
async function renderStreamed(book: SheetBook, base: BaseSnapshot): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(piece);
      done();
    },
  });
  const options = { stream, useStyles: true, useSharedStrings: true, zip: { zlib: { level: LEVEL } } };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  await drawBook(workbook, { book, base, streamed: true });
  await workbook.commit();
  return new Uint8Array(Buffer.concat(pieces));
}

interface Drawing {
  readonly book: SheetBook;
  readonly base: BaseSnapshot;
  readonly streamed: boolean;
}

async function drawBook(workbook: ExcelJS.Workbook, { book, base, streamed }: Drawing): Promise<void> {
  describe(workbook, book);
  const styleOf = cellStyles();
  for (const sheet of book.sheets) await drawSheet(workbook, sheet, { styleOf, streamed });
  for (const name of book.names) {
    workbook.definedNames.add(`'${name.sheet.replaceAll("'", "''")}'!${absoluteRange(name)}`, name.name);
  }
  writeMeta(workbook, base, streamed);
}

function describe(workbook: ExcelJS.Workbook, book: SheetBook): void {
  const issued = new Date(book.identity.issuedAt);
  const at = Number.isNaN(issued.getTime()) ? new Date(0) : issued;
  workbook.created = at;
  workbook.modified = at;
  workbook.creator = "Taizhang";
  workbook.lastModifiedBy = "Taizhang";
  workbook.title = book.title;
}

/** Very hidden: it survives Excel, WPS and LibreOffice, and nobody unhides it from a menu. */
function writeMeta(workbook: ExcelJS.Workbook, base: BaseSnapshot, streamed: boolean): void {
  const sheet = workbook.addWorksheet(META_SHEET, { state: "veryHidden" });
  encodeSnapshot(base, DEFLATE_CODEC).forEach((chunk, index) => {
    const cell = sheet.getRow(index + 1).getCell(1);
    cell.numFmt = "@";
    cell.value = chunk;
  });
  if (streamed) sheet.commit();
}
