import { cornerText } from "#core/sheet/row-key.ts";
import type { SheetDriver, SheetHostUnderTest } from "#test/contracts/sheet-host.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { MemoryHost } from "./memory-host.ts";

/** What an officer does in the workbook of a memory host. */
export function memoryDriver(host: MemoryHost): SheetDriver {
  const { workbook } = host;
  const user = new WorkbookUser(workbook, { heedsProtection: false });
  const rowOf = (sheet: string, row: string) => host.place({ sheet, row, column: cornerText({ key: sheet }) });
  const columnOf = (sheet: string, column: string) => host.place({ sheet, row: "#header", column });
  return {
    async type(cell, value) {
      const { sheet, row, column } = host.place(cell);
      workbook.by("user", () => workbook.patch(sheet, oneCell(row, column), { value, formula: undefined }));
    },
    async typeFormula(cell, formula) {
      const { sheet, row, column } = host.place(cell);
      workbook.by("user", () => workbook.enterFormula(sheet, oneCell(row, column), formula));
    },
    async insertRowAbove(sheet, row) {
      const { sheet: model, row: at } = rowOf(sheet, row);
      user.insertRows(model.name, at);
    },
    async deleteRow(sheet, row) {
      const { sheet: model, row: at } = rowOf(sheet, row);
      user.deleteRows(model.name, at);
    },
    async moveRowAbove(sheet, row, target) {
      const from = rowOf(sheet, row);
      user.moveRow(from.sheet.name, from.row, rowOf(sheet, target).row);
    },
    async moveColumnBefore(sheet, column, target) {
      const from = columnOf(sheet, column);
      user.moveColumn(from.sheet.name, from.column, columnOf(sheet, target).column);
    },
    async noteOf(cell) {
      const { sheet, row, column } = host.place(cell);
      return sheet.stored(row, column).note;
    },
  };
}

export async function memoryHostUnderTest(): Promise<SheetHostUnderTest & { readonly host: MemoryHost }> {
  const host = new MemoryHost(new WorkbookModel());
  return { host, driver: memoryDriver(host), codec: host.codec, dispose: () => host.close() };
}
