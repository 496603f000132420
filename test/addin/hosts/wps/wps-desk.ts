import assert from "node:assert/strict";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { keyPositions } from "#addin/hosts/plan/standing/key-positions.ts";
import { WpsHost } from "#addin/hosts/wps/wps-host.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import { cornerText } from "#core/sheet/row-key.ts";
import type { DrivenCell, SheetDriver, SheetHostUnderTest } from "#test/contracts/sheet-host.ts";
import { isCellError, type WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { asApplication } from "#test/fakes/wps/as-application.ts";
import { type FakeWps, openFakeWps } from "#test/fakes/wps/open-fake-wps.ts";

export interface WpsDesk extends SheetHostUnderTest {
  readonly host: WpsHost;
  readonly fake: FakeWps;
  readonly workbook: WorkbookModel;
  /** Whom protection stops. */
  readonly user: WorkbookUser;
  sheet(key: string): SheetModel;
  cell(cell: DrivenCell): WorkbookCell;
  at(cell: DrivenCell): { readonly row: number; readonly column: number };
}

/** WPS with a workbook, the host beside it, and an officer whom protection does not stop. */
export function aWpsDesk(workbook = new WorkbookModel()): WpsDesk {
  const fake = openFakeWps(workbook);
  const host = new WpsHost(asApplication(fake));
  const sheet = (key: string) => sheetByKey(workbook, key);
  const at = (cell: DrivenCell) => placeOf(sheet(cell.sheet), cell);
  return {
    host,
    fake,
    workbook,
    user: new WorkbookUser(workbook),
    codec: deflateCodec,
    sheet,
    at,
    cell: (cell) => {
      const { row, column } = at(cell);
      return sheet(cell.sheet).cell(row, column);
    },
    driver: driverOf(workbook, { sheet, at }),
    async dispose() {
      await host.close();
      assert.equal(fake.listeners(), 0);
      fake.close();
      fake.gate.assertClean();
      const { enableEvents, screenUpdating, displayAlerts } = fake.desk;
      assert.deepEqual(
        [enableEvents, screenUpdating, displayAlerts, workbook.calculation],
        [true, true, true, "automatic"],
      );
    },
  };
}

function driverOf(workbook: WorkbookModel, { sheet, at }: Pick<WpsDesk, "sheet" | "at">): SheetDriver {
  const user = new WorkbookUser(workbook, { heedsProtection: false });
  const name = (key: string) => sheet(key).name;
  const address = (cell: DrivenCell) => addressOf(at(cell));
  const row = (key: string, rowKey: string) => placeOf(sheet(key), { row: rowKey, column: "" }).row;
  const column = (key: string, columnKey: string) => placeOf(sheet(key), { row: "", column: columnKey }).column;
  return {
    async type(cell, value: CellValue) {
      user.type(name(cell.sheet), address(cell), value);
    },
    async typeFormula(cell, formula) {
      user.typeFormula(name(cell.sheet), address(cell), formula);
    },
    async insertRowAbove(key, rowKey) {
      user.insertRows(name(key), row(key, rowKey));
    },
    async deleteRow(key, rowKey) {
      user.deleteRows(name(key), row(key, rowKey));
    },
    async moveRowAbove(key, rowKey, target) {
      user.moveRow(name(key), row(key, rowKey), row(key, target));
    },
    async moveColumnBefore(key, columnKey, target) {
      user.moveColumn(name(key), column(key, columnKey), column(key, target));
    },
    async noteOf(cell) {
      const found = sheet(cell.sheet).cell(at(cell).row, at(cell).column).validation?.prompt;
      return found?.show && found.message !== "" ? found.message : undefined;
    },
  };
}

function sheetByKey(workbook: WorkbookModel, key: string): SheetModel {
  const found = workbook.sheets.find(
    (sheet) =>
      !sheet.name.startsWith("_") &&
      rowsOf(sheet)
        .slice(0, 20)
        .some((cells) => cells.some(({ value }) => value === cornerText({ key }))),
  );
  assert.ok(found, `sheet ${key}`);
  return found;
}

function rowsOf(sheet: SheetModel): readonly (readonly ReadCell[])[] {
  const used = sheet.usedRect(true) ?? { bottom: 0, right: 0 };
  return Array.from({ length: used.bottom + 1 }, (_row, row) =>
    Array.from({ length: used.right + 1 }, (_column, column) => {
      const { value } = sheet.cell(row, column);
      return { value: isCellError(value) ? value.error : value };
    }),
  );
}

function placeOf(sheet: SheetModel, cell: { readonly row: string; readonly column: string }) {
  const { rows, columns } = keyPositions({ name: sheet.name, rows: rowsOf(sheet) });
  const [row, column] = [cell.row === "" ? 0 : rows.get(cell.row), cell.column === "" ? 0 : columns.get(cell.column)];
  assert.ok(row !== undefined && column !== undefined, `${cell.row} ${cell.column} in ${sheet.name}`);
  return { row, column };
}
