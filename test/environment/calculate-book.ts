import { absoluteRange, physical } from "#core/sheet/cell-address.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { calculateWorkbook } from "./formula-engine.ts";

/** What the grid's engine makes of a drawn book: the value of each formula by sheet key and positions of row and column. */
export async function calculateBook(book: SheetBook): Promise<(sheet: string, row: number, column: number) => unknown> {
  const data = {
    id: "book",
    sheetOrder: book.sheets.map(({ key }) => key),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.key, sheetData(sheet)])),
    resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(namesOf(book)) }],
  };
  const values = await calculateWorkbook(data, (workbook) => {
    const found = new Map<string, unknown>();
    for (const sheet of book.sheets) {
      const drawn = workbook.getSheetByName(sheet.name);
      for (const { row, column } of formulasOf(sheet)) {
        const at = physical(row, column);
        found.set(`${sheet.key} ${row} ${column}`, drawn?.getRange(at.row, at.column).getRawValue());
      }
    }
    return found;
  });
  return (sheet, row, column) => values.get(`${sheet} ${row} ${column}`);
}

function formulasOf(sheet: Sheet): readonly { readonly row: number; readonly column: number }[] {
  return sheet.rows.flatMap(({ cells }, row) =>
    sheet.columns.flatMap(({ key }, column) => (cells[key]?.formula === undefined ? [] : [{ row, column }])),
  );
}

function namesOf(book: SheetBook): unknown {
  const names = book.names.map((name, index) => {
    const formulaOrRefString = `'${name.sheet}'!${absoluteRange(name)}`;
    return [
      `n${index}`,
      { id: `n${index}`, name: name.name, formulaOrRefString, localSheetId: "AllDefaultWorkbook" },
    ] as const;
  });
  return Object.fromEntries(names);
}

function sheetData(sheet: Sheet): object {
  const cellData: Record<number, Record<number, { v?: number | string | boolean; f?: string }>> = {};
  sheet.rows.forEach((row, at) => {
    sheet.columns.forEach((column, index) => {
      const cell = row.cells[column.key];
      const place = physical(at, index);
      const data = (cellData[place.row] ??= {});
      if (cell?.formula !== undefined) data[place.column] = { f: `=${cell.formula}` };
      else if (cell && cell.value !== null) data[place.column] = { v: cell.value };
    });
  });
  const size = { rowCount: sheet.rows.length + 5, columnCount: sheet.columns.length + 5 };
  return { id: sheet.key, name: sheet.name, ...size, cellData };
}
