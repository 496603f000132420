import { createRequire } from "node:module";
import type * as Core from "@univerjs/core";
import type * as Facade from "@univerjs/core/facade";
import type * as NodeCore from "@univerjs/preset-sheets-node-core";

/** It can only be loaded with require(): its ES build imports names that a dependency does not export. */
const load = createRequire(import.meta.url);

type FacadeUniver = ReturnType<(typeof Facade.FUniver)["newAPI"]>;
export type WorkbookData = Partial<Core.IWorkbookData>;
export type CalculatedWorkbook = ReturnType<FacadeUniver["createWorkbook"]>;

/**
 * The browser grid's formula engine without a browser: calculates the whole workbook and hands it out.
 * @param read what is wanted of it; afterwards the engine is gone
 */
export async function calculateWorkbook<T>(data: WorkbookData, read: (workbook: CalculatedWorkbook) => T): Promise<T> {
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
    const workbook = api.createWorkbook(data);
    const formula = api.getFormula();
    const calculated = formula.onCalculationResultApplied();
    formula.executeCalculation();
    await calculated;
    return read(workbook);
  } finally {
    univer.dispose();
  }
}
