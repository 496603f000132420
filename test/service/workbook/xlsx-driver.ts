import ExcelJS from "exceljs";
import { cornerText } from "#core/sheet/row-key.ts";
import { fileText } from "#service/workbook/xlsx/file-text.ts";
import type { XlsxHost } from "#service/workbook/xlsx-host.ts";
import type { DrivenCell, SheetDriver } from "#test/contracts/sheet-host.ts";
import type { OfficerHands } from "#test/journeys/edit-script.ts";

/** An officer with a spreadsheet program, played by exceljs on our own file: opens it, changes it, saves it. */
export function xlsxDriver(host: XlsxHost): SheetDriver {
  const change = changeIn(host);
  const inCell = (cell: DrivenCell, work: (target: ExcelJS.Cell) => void) =>
    change(cell.sheet, (sheet) => {
      work(sheet.getCell(rowAt(sheet, cell.row), columnAt(sheet, cell.column)));
    });
  return {
    type: (cell, value) => inCell(cell, (target) => (target.value = value)),
    typeFormula: (cell, formula) => inCell(cell, (target) => (target.value = { formula, date1904: false })),
    insertRowAbove: (sheet, row) =>
      change(sheet, (target) => rearrangeRows(target, (rows) => rows.toSpliced(rowAt(target, row) - 1, 0, []))),
    deleteRow: (sheet, row) =>
      change(sheet, (target) => rearrangeRows(target, (rows) => rows.toSpliced(rowAt(target, row) - 1, 1))),
    moveRowAbove: (sheet, row, before) =>
      change(sheet, (target) => {
        rearrangeRows(target, (rows) => moved(rows, rowAt(target, row) - 1, rowAt(target, before) - 1));
      }),
    moveColumnBefore: (sheet, column, before) =>
      change(sheet, (target) => {
        const [from, to] = [columnAt(target, column) - 1, columnAt(target, before) - 1];
        rearrangeRows(target, (rows) => rows.map((cells) => moved(padded(cells, target.columnCount), from, to)));
      }),
    async noteOf(cell) {
      const sheet = sheetByKey(await load(host), cell.sheet);
      const { note } = sheet.getCell(rowAt(sheet, cell.row), columnAt(sheet, cell.column));
      if (typeof note === "string") return note;
      return (note as ExcelJS.Comment | undefined)?.texts?.map(({ text }) => text).join("");
    },
  };
}

/** As xlsxDriver, with blocks and columns of his own. */
export function xlsxHands(host: XlsxHost): OfficerHands {
  const change = changeIn(host);
  return {
    ...xlsxDriver(host),
    paste: (cell, block, { rows, columns } = { rows: 0, columns: 0 }) =>
      change(cell.sheet, (sheet) => {
        const [top, left] = [rowAt(sheet, cell.row) + rows, columnAt(sheet, cell.column) + columns];
        block.forEach((values, down) => {
          values.forEach((value, right) => (sheet.getCell(top + down, left + right).value = value));
        });
      }),
    insertColumnBefore: (sheetKey, column) =>
      change(sheetKey, (sheet) => {
        const at = columnAt(sheet, column) - 1;
        rearrangeRows(sheet, (rows) => rows.map((cells) => padded(cells, sheet.columnCount).toSpliced(at, 0, null)));
      }),
  };
}

function changeIn(host: XlsxHost) {
  return async (sheetKey: string, work: (sheet: ExcelJS.Worksheet) => void): Promise<void> => {
    const workbook = await load(host);
    work(sheetByKey(workbook, sheetKey));
    escapeTexts(workbook);
    host.open(new Uint8Array(await workbook.xlsx.writeBuffer()));
  };
}

async function load(host: XlsxHost): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = host.bytes();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return workbook;
}

/** exceljs resolves the file format's escapes when it reads, and does not write them again as a spreadsheet program does. */
function escapeTexts(workbook: ExcelJS.Workbook): void {
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === "string" && !cell.isMerged) cell.value = fileText(cell.value);
      });
    });
  }
}

function sheetByKey(workbook: ExcelJS.Workbook, key: string): ExcelJS.Worksheet {
  const sheet = workbook.worksheets.find((candidate) => candidate.getCell(1, 1).value === cornerText({ key }));
  if (!sheet) throw new Error(`no sheet ${key}`);
  return sheet;
}

function rowAt(sheet: ExcelJS.Worksheet, key: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 1).value === key) return row;
  throw new Error(`no row ${key}`);
}

function columnAt(sheet: ExcelJS.Worksheet, key: string): number {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (sheet.getCell(1, column).value === key) return column;
  throw new Error(`no column ${key}`);
}

type Values = readonly ExcelJS.CellValue[];

/** Writes the values again in another arrangement; merges go, as they would hide what moved under them. */
function rearrangeRows(sheet: ExcelJS.Worksheet, arrange: (rows: readonly Values[]) => readonly Values[]): void {
  for (const range of [...sheet.model.merges]) sheet.unMergeCells(range);
  const [height, width] = [sheet.rowCount, sheet.columnCount];
  const rows: ExcelJS.CellValue[][] = [];
  for (let row = 1; row <= height; row += 1) {
    rows.push(Array.from({ length: width }, (_, column) => sheet.getCell(row, column + 1).value));
  }
  const arranged = arrange(rows);
  for (let row = 0; row < Math.max(height, arranged.length); row += 1) {
    for (let column = 0; column < Math.max(width, arranged[row]?.length ?? 0); column += 1)
      sheet.getCell(row + 1, column + 1).value = arranged[row]?.[column] ?? null;
  }
}

function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const taken = list.slice(from, from + 1);
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(from < to ? to - 1 : to, 0, ...taken);
}

function padded(cells: Values, width: number): Values {
  return Array.from({ length: width }, (_, column) => cells[column] ?? null);
}
