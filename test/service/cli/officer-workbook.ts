import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import ExcelJS from "exceljs";

type Row = readonly ExcelJS.CellValue[];

/** An exported ledger in the hands of an officer whose spreadsheet program protects nothing. */
export class OfficerWorkbook {
  readonly book: ExcelJS.Workbook;

  constructor(book: ExcelJS.Workbook) {
    this.book = book;
  }

  sheet(name: string): ExcelJS.Worksheet {
    return this.book.getWorksheet(name) ?? assert.fail(`no sheet ${name}`);
  }

  cell(name: string, row: string, column: string): ExcelJS.Cell {
    const sheet = this.sheet(name);
    return sheet.getCell(rowAt(sheet, row), columnAt(sheet, column));
  }

  /** Keys of the items whose cell in `column` satisfies. */
  rowsWhere(name: string, column: string, satisfies: (text: string) => boolean): readonly string[] {
    const sheet = this.sheet(name);
    const keys = rowKeys(sheet).filter((key) => /^[a-z]\d+$/.test(key));
    return keys.filter((key) => satisfies(sheet.getCell(rowAt(sheet, key), columnAt(sheet, column)).text));
  }

  /** Two rows change places, as sorting does; `from` is the first column that moves (1: with the keys, 2: without). */
  swapRows(name: string, [one, other]: readonly [string, string], from: 1 | 2): void {
    const sheet = this.sheet(name);
    const places = [rowAt(sheet, one), rowAt(sheet, other)] as const;
    const rows = places.map((place) => valuesOf(sheet, place));
    writeRow(sheet, places[0], { values: (rows[1] ?? []).slice(from - 1), from });
    writeRow(sheet, places[1], { values: (rows[0] ?? []).slice(from - 1), from });
  }

  /** Copies a row below the last one; `from` as above. */
  copyToEnd(name: string, row: string, from: 1 | 2): void {
    const sheet = this.sheet(name);
    const values = valuesOf(sheet, rowAt(sheet, row)).slice(from - 1);
    writeRow(sheet, sheet.rowCount + 1, { values, from });
  }

  /** Empties a whole row, its key too, as deleting its contents does. */
  clearRow(name: string, row: string): void {
    const sheet = this.sheet(name);
    const place = rowAt(sheet, row);
    const values = valuesOf(sheet, place).map(() => null);
    writeRow(sheet, place, { values, from: 1 });
  }

  async save(file: string): Promise<string> {
    await writeFile(file, new Uint8Array(await this.book.xlsx.writeBuffer()));
    return file;
  }
}

export async function openWorkbook(file: string): Promise<OfficerWorkbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await readFile(file);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return new OfficerWorkbook(book);
}

function rowKeys(sheet: ExcelJS.Worksheet): readonly string[] {
  return Array.from({ length: sheet.rowCount }, (_, index) => sheet.getCell(index + 1, 1).text);
}

function rowAt(sheet: ExcelJS.Worksheet, key: string): number {
  const index = rowKeys(sheet).indexOf(key);
  return index < 0 ? assert.fail(`no row ${key} in ${sheet.name}`) : index + 1;
}

function columnAt(sheet: ExcelJS.Worksheet, key: string): number {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (sheet.getCell(1, column).text === key) return column;
  return assert.fail(`no column ${key} in ${sheet.name}`);
}

function valuesOf(sheet: ExcelJS.Worksheet, row: number): Row {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(row, index + 1).value);
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  { values, from }: { readonly values: Row; readonly from: number },
): void {
  values.forEach((value, index) => {
    sheet.getCell(row, from + index).value = value;
  });
}
