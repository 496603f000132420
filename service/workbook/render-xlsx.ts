import ExcelJS from "exceljs";
import { absoluteRange } from "#core/sheet/cell-address.ts";
import type { BaseSnapshot } from "#core/sheet/base-snapshot.ts";
import { encodeSnapshot, META_SHEET } from "#core/sheet/encode-snapshot.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { snapshotOfBook } from "#core/sheet/snapshot-of-book.ts";
import { DEFLATE_CODEC } from "./deflate-codec.ts";
import { drawSheet } from "./xlsx/draw-sheet.ts";

/**
 * A book as an .xlsx that works without the add-in in Excel, WPS and LibreOffice (W7).
 * @param base what was issued; another than the book's own only when marks were added to cells that an officer had changed
 */
export async function renderXlsx(book: SheetBook, base: BaseSnapshot = snapshotOfBook(book)): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  describe(workbook, book);
  for (const sheet of book.sheets) await drawSheet(workbook, sheet);
  for (const name of book.names) {
    workbook.definedNames.add(`'${name.sheet.replaceAll("'", "''")}'!${absoluteRange(name)}`, name.name);
  }
  writeMeta(workbook, base);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function describe(workbook: ExcelJS.Workbook, book: SheetBook): void {
  const issued = new Date(book.identity.issuedAt);
  const at = Number.isNaN(issued.getTime()) ? new Date(0) : issued;
  workbook.created = at;
  workbook.modified = at;
  workbook.creator = "Taizhang";
  workbook.lastModifiedBy = "Taizhang";
  workbook.title = book.title;
  workbook.properties.date1904 = false;
  workbook.calcProperties.fullCalcOnLoad = true;
}

/** Very hidden: it survives Excel, WPS and LibreOffice, and nobody unhides it from a menu. */
function writeMeta(workbook: ExcelJS.Workbook, base: BaseSnapshot): void {
  const sheet = workbook.addWorksheet(META_SHEET, { state: "veryHidden" });
  encodeSnapshot(base, DEFLATE_CODEC).forEach((chunk, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.numFmt = "@";
    cell.value = chunk;
  });
}
