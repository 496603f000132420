import { calculateWorkbook } from "#test/environment/formula-engine.ts";

export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly value?: number | string | null;
  readonly formula?: string;
}

export interface FormulaSheet {
  readonly sheet: string;
  readonly cells: readonly FormulaCell[];
}

/** @returns sheet -> "A1" -> value, as calculated; all sheets stand in one workbook, because starting one is what takes time. */
export async function calculate(
  sheets: readonly FormulaSheet[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, unknown>>> {
  const data = {
    id: "book",
    sheetOrder: sheets.map(({ sheet }) => sheet),
    sheets: Object.fromEntries(sheets.map(sheetData)),
  };
  return await calculateWorkbook(
    data,
    (workbook) => new Map(sheets.map(({ sheet, cells }) => [sheet, readCells(workbook.getSheetByName(sheet), cells)])),
  );
}

function sheetData({ sheet, cells }: FormulaSheet) {
  const cellData: Record<number, Record<number, { v?: number | string; f?: string }>> = {};
  for (const { row, column, value, formula } of cells) {
    const data = (cellData[row] ??= {});
    if (formula !== undefined) data[column] = { f: `=${formula}` };
    else if (value !== null && value !== undefined) data[column] = { v: value };
  }
  const rowCount = Math.max(1, ...cells.map(({ row }) => row + 2));
  return [sheet, { id: sheet, name: sheet, rowCount, columnCount: 4, cellData }] as const;
}

function readCells(
  sheet: { getRange(row: number, column: number): { getRawValue(): unknown } } | null,
  cells: readonly FormulaCell[],
): ReadonlyMap<string, unknown> {
  if (!sheet) throw new Error("the engine lost a sheet");
  return new Map(
    cells.map(({ row, column }) => [
      `${String.fromCharCode(65 + column)}${row + 1}`,
      sheet.getRange(row, column).getRawValue(),
    ]),
  );
}
