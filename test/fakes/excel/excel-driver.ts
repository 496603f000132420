import { columnLetters } from "#core/sheet/cell-address.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { cornerText } from "#core/sheet/row-key.ts";
import type { DrivenCell, SheetDriver } from "#test/contracts/sheet-host.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { ExcelHost } from "./excel-host.ts";
import { ExcelUser } from "./excel-user.ts";

/** Works on cells by their keys, as the contract names them; protection does not stop it. */
export class ExcelDriver implements SheetDriver {
  readonly #host: ExcelHost;
  readonly #user: ExcelUser;

  constructor(host: ExcelHost) {
    this.#host = host;
    this.#user = new ExcelUser(host, { heedsProtection: false });
  }

  async type(cell: DrivenCell, value: CellValue): Promise<void> {
    this.#user.type(this.#tab(cell.sheet).name, this.addressOf(cell), value);
    await this.#settle();
  }
  async typeFormula(cell: DrivenCell, formula: string): Promise<void> {
    this.#user.typeFormula(this.#tab(cell.sheet).name, this.addressOf(cell), formula);
    await this.#settle();
  }
  async insertRowAbove(sheet: string, row: string): Promise<void> {
    this.#user.insertRows(this.#tab(sheet).name, this.#rowAt(sheet, row));
    await this.#settle();
  }
  async deleteRow(sheet: string, row: string): Promise<void> {
    this.#user.deleteRows(this.#tab(sheet).name, this.#rowAt(sheet, row));
    await this.#settle();
  }
  async moveRowAbove(sheet: string, row: string, target: string): Promise<void> {
    this.#user.moveRow(this.#tab(sheet).name, this.#rowAt(sheet, row), this.#rowAt(sheet, target));
    await this.#settle();
  }
  async moveColumnBefore(sheet: string, column: string, target: string): Promise<void> {
    this.#user.moveColumn(this.#tab(sheet).name, this.#columnAt(sheet, column), this.#columnAt(sheet, target));
    await this.#settle();
  }
  /** The input message that Excel shows beside the selected cell. */
  async noteOf(cell: DrivenCell): Promise<string | undefined> {
    const tab = this.#tab(cell.sheet);
    const { validation } = tab.cell(this.#rowAt(cell.sheet, cell.row), this.#columnAt(cell.sheet, cell.column));
    const note = validation?.prompt?.show === true ? validation.prompt.message : "";
    return note === "" ? undefined : note;
  }

  async select(cell: DrivenCell): Promise<void> {
    this.#user.select(this.#tab(cell.sheet).name, this.addressOf(cell));
    await this.#settle();
  }
  addressOf({ sheet, row, column }: DrivenCell): string {
    return `${columnLetters(this.#columnAt(sheet, column))}${this.#rowAt(sheet, row) + 1}`;
  }

  #tab(sheet: string): SheetModel {
    const found = this.#host.workbook.sheets.find((tab) => tab.stored(0, 0).value === cornerText({ key: sheet }));
    if (!found) throw new Error(`no sheet ${sheet} was drawn`);
    return found;
  }
  #rowAt(sheet: string, row: string): number {
    const tab = this.#tab(sheet);
    for (let at = 1; at < tab.rowCount; at += 1) if (tab.stored(at, 0).value === row) return at;
    throw new Error(`no row ${row} in ${sheet}`);
  }
  #columnAt(sheet: string, column: string): number {
    const tab = this.#tab(sheet);
    const most = tab.usedRect()?.right ?? 0;
    for (let at = 1; at <= most; at += 1) if (tab.stored(0, at).value === column) return at;
    throw new Error(`no column ${column} in ${sheet}`);
  }

  /** Lets Excel's messages reach the add-in. */
  async #settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
