import { parseRect } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import type { NameModel } from "../workbook/names-model.ts";
import type { Desk } from "./desk.ts";
import { type FakeWorksheet, modelOf, showSheet } from "./fake-worksheet.ts";
import { strict, WpsError } from "./gate.ts";

export class FakeWorkbook {
  readonly #desk: Desk;
  constructor(desk: Desk) {
    this.#desk = desk;
  }
  get Name(): string {
    return this.#desk.workbook.title;
  }
  get FullName(): string {
    return `D:\\台账\\${this.#desk.workbook.title}`;
  }
  get ReadOnly(): boolean {
    return this.#desk.workbook.readOnly;
  }
  get Worksheets(): FakeSheets {
    return strict(this.#desk.gate, "Sheets", new FakeSheets(this.#desk));
  }
  get ActiveSheet(): FakeWorksheet {
    return showSheet(this.#desk, this.#desk.workbook.activeSheet);
  }
  get Names(): FakeNames {
    return strict(this.#desk.gate, "Names", new FakeNames(this.#desk));
  }
}

class FakeSheets {
  readonly #desk: Desk;
  constructor(desk: Desk) {
    this.#desk = desk;
  }
  get Count(): number {
    return this.#desk.workbook.sheets.length;
  }
  Item(index: unknown): FakeWorksheet {
    const { workbook } = this.#desk;
    const sheet =
      typeof index === "number" ? workbook.sheets[index - 1] : workbook.sheets.find(({ name }) => name === index);
    if (!sheet) throw new WpsError(`没有工作表 ${String(index)}`);
    return showSheet(this.#desk, sheet);
  }
  /** The new sheet stands before or behind the one that is named, else before the active one, and is the active one then. */
  Add(before?: object | null, after?: object | null): FakeWorksheet {
    const { workbook } = this.#desk;
    this.#desk.ensureReady();
    const beside = after ?? before;
    const target = beside ? modelOf(beside) : workbook.activeSheet;
    const at = workbook.sheets.indexOf(target) + (after ? 1 : 0);
    const sheet = workbook.addSheet(freshName(workbook.sheets), at);
    workbook.activate(sheet);
    return showSheet(this.#desk, sheet);
  }
}

function freshName(sheets: readonly SheetModel[]): string {
  let number = sheets.length + 1;
  while (sheets.some(({ name }) => name === `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

class FakeNames {
  readonly #desk: Desk;
  constructor(desk: Desk) {
    this.#desk = desk;
  }
  get Count(): number {
    return this.#desk.workbook.names.all.length;
  }
  Item(index: unknown): FakeName {
    const { all } = this.#desk.workbook.names;
    const found = typeof index === "number" ? all[index - 1] : this.#desk.workbook.names.find(String(index));
    if (!found) throw new WpsError(`没有名称 ${String(index)}`);
    return strict(this.#desk.gate, "Name", new FakeName(this.#desk, found));
  }
  Add(name: unknown, refersTo: unknown, visible: unknown = true): FakeName {
    if (typeof refersTo !== "string" || !refersTo.startsWith("=")) throw new WpsError("名称引用以 = 开头");
    if (typeof name !== "string" || /^[A-Za-z]{1,3}\d+$/.test(name) || !/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name))
      throw new WpsError(`名称无效: ${String(name)}`);
    this.#desk.ensureReady();
    const added = this.#desk.workbook.names.set(name, refersTo, { visible: visible === true });
    this.#desk.workbook.note("names", this.#desk.workbook.activeSheet);
    return strict(this.#desk.gate, "Name", new FakeName(this.#desk, added));
  }
}

class FakeName {
  readonly #desk: Desk;
  readonly #name: NameModel;
  constructor(desk: Desk, name: NameModel) {
    this.#desk = desk;
    this.#name = name;
  }
  get Name(): string {
    return this.#name.name;
  }
  get RefersTo(): string {
    return `=${this.#name.refersTo}`;
  }
  get Visible(): boolean {
    return this.#name.visible;
  }
  Delete(): void {
    this.#desk.ensureReady();
    this.#desk.workbook.names.remove(this.#name.name, this.#name.scope);
    this.#desk.workbook.note("names", this.#desk.workbook.activeSheet);
  }
}

/** What shows the active sheet: panes and scrolling belong to it. */
export class FakeWindow {
  readonly #desk: Desk;
  #splitRow = 0;
  #splitColumn = 0;
  constructor(desk: Desk) {
    this.#desk = desk;
  }
  get FreezePanes(): boolean {
    const { rows, columns } = this.#desk.workbook.activeSheet.settings.frozen;
    return rows > 0 || columns > 0;
  }
  set FreezePanes(frozen: unknown) {
    const { settings } = this.#desk.workbook.activeSheet;
    settings.frozen = frozen === true ? { rows: this.#splitRow, columns: this.#splitColumn } : { rows: 0, columns: 0 };
    this.#splitRow = this.#splitColumn = 0;
  }
  get SplitRow(): number {
    return this.FreezePanes ? this.#desk.workbook.activeSheet.settings.frozen.rows : this.#splitRow;
  }
  set SplitRow(rows: unknown) {
    this.#splitRow = count(rows);
  }
  get SplitColumn(): number {
    return this.FreezePanes ? this.#desk.workbook.activeSheet.settings.frozen.columns : this.#splitColumn;
  }
  set SplitColumn(columns: unknown) {
    this.#splitColumn = count(columns);
  }
  get ScrollRow(): number {
    return 1;
  }
  /** Where a pane is frozen depends on what is scrolled away: only the top is known here. */
  set ScrollRow(row: unknown) {
    count(row);
  }
  get ScrollColumn(): number {
    return 1;
  }
  set ScrollColumn(column: unknown) {
    count(column);
  }
  get DisplayGridlines(): boolean {
    return this.#desk.workbook.activeSheet.settings.showGridlines;
  }
  set DisplayGridlines(shown: unknown) {
    this.#desk.workbook.activeSheet.settings.showGridlines = shown === true;
  }
  Activate(): boolean {
    return true;
  }
}

function count(given: unknown): number {
  if (typeof given !== "number" || given < 0) throw new Error(`no count: ${String(given)}`);
  return given;
}

/** "'定量 任务'!B2" or "B2". */
export function targetOf(desk: Desk, reference: string) {
  const at = reference.lastIndexOf("!");
  const named =
    at < 0
      ? ""
      : reference
          .slice(0, at)
          .replace(/^'(.*)'$/, "$1")
          .replaceAll("''", "'");
  const sheet = named === "" ? desk.workbook.activeSheet : desk.workbook.find(named);
  const rect = parseRect(reference.slice(at + 1));
  if (!sheet || !rect) throw new WpsError(`没有 ${reference}`);
  return { sheet, rect };
}
