import { createRequire } from "node:module";
import type * as Core from "@univerjs/core";
import type * as Facade from "@univerjs/core/facade";
import type * as NodeCore from "@univerjs/preset-sheets-node-core";

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

/**
 * The browser grid's formula engine without a browser. It can only be loaded with require(): its ES build imports names
 * that a dependency does not export.
 */
const load = createRequire(import.meta.url);

/** @returns sheet -> "A1" -> value, as calculated; all sheets stand in one workbook, because starting one is what takes time. */
export async function calculate(
  sheets: readonly FormulaSheet[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, unknown>>> {
  const { LocaleType, LogLevel, Univer } = load("@univerjs/core") as typeof Core;
  const { FUniver } = load("@univerjs/core/facade") as typeof Facade;
  const { UniverSheetsNodeCorePreset } = load("@univerjs/preset-sheets-node-core") as typeof NodeCore;
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  try {
    for (const plugin of UniverSheetsNodeCorePreset().plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
      else univer.registerPlugin(plugin);
    }
    const api = FUniver.newAPI(univer);
    const workbook = api.createWorkbook({
      id: "book",
      sheetOrder: sheets.map(({ sheet }) => sheet),
      sheets: Object.fromEntries(sheets.map(sheetData)),
    });
    const formula = api.getFormula();
    const calculated = formula.onCalculationResultApplied();
    formula.executeCalculation();
    await calculated;
    return new Map(sheets.map(({ sheet, cells }) => [sheet, readCells(workbook.getSheetByName(sheet), cells)]));
  } finally {
    univer.dispose();
  }
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
