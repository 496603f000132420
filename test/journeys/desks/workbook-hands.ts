import assert from "node:assert/strict";
import { keyPositions } from "#addin/hosts/plan/standing/key-positions.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import { cornerText } from "#core/sheet/row-key.ts";
import type { DrivenCell, SheetDriver } from "#test/contracts/sheet-host.ts";
import { isCellError } from "#test/fakes/workbook/cell-model.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import type { OfficerHands } from "../edit-script.ts";

/** An officer in front of a workbook in memory, whatever program shows it; protection does not stop him. */
export function workbookHands(workbook: WorkbookModel, driver: SheetDriver): OfficerHands {
  const user = new WorkbookUser(workbook, { heedsProtection: false });
  return {
    ...methodsOf(driver),
    async paste(cell, block, { rows, columns } = { rows: 0, columns: 0 }) {
      const { sheet, row, column } = findCell(workbook, cell);
      user.paste(sheet.name, addressOf({ row: row + rows, column: column + columns }), block);
      await tellProgram();
    },
    async insertColumnBefore(sheetKey, key) {
      const { sheet, columns } = findSheet(workbook, sheetKey);
      user.insertColumns(sheet.name, columns.get(key) ?? assert.fail(`no column ${key}`));
      await tellProgram();
    },
  };
}

export interface FoundCell {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** By its keys, wherever it stands now. */
export function findCell(workbook: WorkbookModel, cell: DrivenCell): FoundCell {
  const { sheet, rows, columns } = findSheet(workbook, cell.sheet);
  const row = rows.get(cell.row) ?? assert.fail(`no row ${cell.row} in ${sheet.name}`);
  const column = columns.get(cell.column) ?? assert.fail(`no column ${cell.column} in ${sheet.name}`);
  return { sheet, row, column };
}

/** With the rows and columns of its keys. */
export function findSheet(workbook: WorkbookModel, key: string) {
  for (const sheet of workbook.sheets) {
    if (sheet.name.startsWith("_")) continue;
    const rows = rowsOf(sheet);
    if (rows.some((cells) => cells.some(({ value }) => value === cornerText({ key }))))
      return { sheet, ...keyPositions({ name: sheet.name, rows }) };
  }
  return assert.fail(`no sheet ${key} was drawn`);
}

function rowsOf(sheet: SheetModel): readonly (readonly ReadCell[])[] {
  const used = sheet.usedRect() ?? { bottom: 0, right: 0 };
  return Array.from({ length: used.bottom + 1 }, (_row, row) =>
    Array.from({ length: used.right + 1 }, (_column, column) => {
      const { value } = sheet.stored(row, column);
      return { value: isCellError(value) ? value.error : value };
    }),
  );
}

/** A class's methods do not spread. */
function methodsOf(driver: SheetDriver): SheetDriver {
  return {
    type: (cell, value) => driver.type(cell, value),
    typeFormula: (cell, formula) => driver.typeFormula(cell, formula),
    insertRowAbove: (sheet, row) => driver.insertRowAbove(sheet, row),
    deleteRow: (sheet, row) => driver.deleteRow(sheet, row),
    moveRowAbove: (sheet, row, target) => driver.moveRowAbove(sheet, row, target),
    moveColumnBefore: (sheet, column, target) => driver.moveColumnBefore(sheet, column, target),
    noteOf: (cell) => driver.noteOf(cell),
  };
}

/** Lets the program's messages reach the add-in. */
async function tellProgram(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
