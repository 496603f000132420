import { MOST_COLUMNS } from "#core/sheet/cell-address.ts";
import { oneCell, parseRect, type Rect, WHOLE_SHEET } from "../workbook/rect.ts";
import type { ProtectionOptions } from "../workbook/protection-options.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import type { SheetVisibility } from "../workbook/sheet-state.ts";
import type { Desk } from "./desk.ts";
import { FakePageSetup } from "./fake-page-setup.ts";
import { FakeRange, showRange } from "./fake-range.ts";
import { strict, WpsError } from "./gate.ts";
import { nameOfNumber, XL } from "./wps-numbers.ts";

const VISIBILITIES: Readonly<Record<SheetVisibility, number>> = {
  visible: XL.sheetVisible,
  hidden: XL.sheetHidden,
  veryHidden: XL.sheetVeryHidden,
};

/** Longest text of several addresses that Range takes. */
const LONGEST_ADDRESS = 255;

/** In the order of Protect's arguments, from the sixth on. */
const ALLOWANCES: readonly (keyof ProtectionOptions)[] = [
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertRows",
  "allowInsertHyperlinks",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowSort",
  "allowAutoFilter",
  "allowPivotTables",
];

const MEMBERS = [
  "AllowFormattingCells",
  "AllowFormattingColumns",
  "AllowFormattingRows",
  "AllowInsertingColumns",
  "AllowInsertingRows",
  "AllowInsertingHyperlinks",
  "AllowDeletingColumns",
  "AllowDeletingRows",
  "AllowSorting",
  "AllowFiltering",
  "AllowUsingPivotTables",
] as const;

export class FakeWorksheet {
  readonly #desk: Desk;
  readonly #sheet: SheetModel;
  constructor(desk: Desk, sheet: SheetModel) {
    this.#desk = desk;
    this.#sheet = sheet;
    models.set(this, sheet);
  }

  get Name(): string {
    return this.#sheet.name;
  }
  set Name(name: unknown) {
    const text = String(name);
    if (text === "" || text.length > 31 || /[[\]:*?/\\]/.test(text)) throw new WpsError("工作表名无效");
    this.#desk.ensureReady();
    this.#desk.workbook.renameSheet(this.#sheet, text);
  }
  get Index(): number {
    return this.#desk.workbook.sheets.indexOf(this.#sheet) + 1;
  }
  get Visible(): number {
    return VISIBILITIES[this.#sheet.settings.visibility];
  }
  set Visible(number: unknown) {
    this.#desk.workbook.setVisibility(this.#sheet, nameOfNumber(VISIBILITIES, number));
  }
  Range(address: unknown): FakeRange {
    if (typeof address !== "string") throw new Error("an address is text");
    if (address.length > LONGEST_ADDRESS) throw new WpsError(`地址超过 ${LONGEST_ADDRESS} 个字符`);
    return this.#range(
      address.split(",").map((part) => {
        const rect = parseRect(part);
        if (!rect) throw new WpsError(`没有这个区域: ${part}`);
        return rect;
      }),
    );
  }
  get Cells(): FakeRange {
    return this.#range([WHOLE_SHEET]);
  }
  get UsedRange(): FakeRange {
    return this.#range([this.#sheet.usedRect() ?? oneCell(0, 0)]);
  }
  get PageSetup(): FakePageSetup {
    return strict(this.#desk.gate, "PageSetup", new FakePageSetup(this.#sheet));
  }
  Activate(): void {
    if (this.#sheet.settings.visibility !== "visible") throw new WpsError("隐藏的工作表不能激活");
    this.#desk.workbook.activate(this.#sheet);
  }
  Delete(): void {
    if (this.#desk.displayAlerts) this.#desk.gate.violated("a question about a deleted sheet");
    const others = this.#desk.workbook.sheets.filter((sheet) => sheet !== this.#sheet);
    if (!others.some(({ settings }) => settings.visibility === "visible")) throw new WpsError("至少留一张可见的工作表");
    this.#desk.ensureReady();
    this.#desk.workbook.deleteSheet(this.#sheet);
  }
  Move(before: object | undefined, after?: object): void {
    const target = modelOf(after ?? before);
    const others = this.#desk.workbook.sheets.filter((sheet) => sheet !== this.#sheet);
    this.#desk.workbook.moveSheet(this.#sheet, others.indexOf(target) + (after ? 1 : 0));
  }

  get ProtectContents(): boolean {
    return this.#sheet.protection !== null;
  }
  get ProtectDrawingObjects(): boolean {
    return this.#sheet.protection !== null && !this.#sheet.protection.allowEditObjects;
  }
  get ProtectScenarios(): boolean {
    return this.#sheet.protection !== null && !this.#sheet.protection.allowEditScenarios;
  }
  get ProtectionMode(): boolean {
    return this.#desk.openToProgram.has(this.#sheet.id);
  }
  get Protection(): object {
    const { protection } = this.#sheet;
    const shown = Object.create(null) as Record<string, unknown>;
    MEMBERS.forEach((member, at) => {
      const allowance = ALLOWANCES[at];
      shown[member] = allowance !== undefined && protection?.[allowance] === true;
    });
    return strict(this.#desk.gate, "Protection", shown);
  }
  /** Password, DrawingObjects, Contents, Scenarios, UserInterfaceOnly, then what stays allowed. */
  Protect(...given: unknown[]): void {
    const [password, drawings = true, contents = true, scenarios = true, forPeopleOnly = false, ...allowed] = given;
    if (contents !== true) throw new Error("protecting without contents is not known");
    this.#ensurePassword(password);
    const options = Object.fromEntries(ALLOWANCES.map((name, at) => [name, allowed[at] === true]));
    this.#desk.workbook.protect(
      this.#sheet,
      { ...options, allowEditObjects: drawings === false, allowEditScenarios: scenarios === false },
      typeof password === "string" ? password : "",
    );
    if (forPeopleOnly === true) this.#desk.openToProgram.add(this.#sheet.id);
    else this.#desk.openToProgram.delete(this.#sheet.id);
  }
  Unprotect(password?: unknown): void {
    this.#ensurePassword(password);
    this.#desk.openToProgram.delete(this.#sheet.id);
    this.#desk.workbook.unprotect(this.#sheet);
  }

  #ensurePassword(password: unknown): void {
    const wanted = this.#sheet.protection?.password ?? "";
    if (wanted !== "" && wanted !== password) throw new WpsError("密码不正确");
    this.#desk.ensureReady();
  }
  #range(areas: readonly Rect[]): FakeRange {
    if (areas.some(({ right }) => right >= MOST_COLUMNS)) throw new WpsError("没有这一列");
    return showRange(this.#desk, new FakeRange(this.#desk, this.#sheet, areas));
  }
}

const models = new WeakMap<object, SheetModel>();
const shown = new WeakMap<SheetModel, FakeWorksheet>();

/** The same sheet is the same object, as far as a page can tell. */
export function showSheet(desk: Desk, sheet: SheetModel): FakeWorksheet {
  const known = shown.get(sheet);
  if (known && desks.get(known) === desk) return known;
  const proxy = strict(desk.gate, "Worksheet", new FakeWorksheet(desk, sheet));
  models.set(proxy, sheet);
  shown.set(sheet, proxy);
  desks.set(proxy, desk);
  return proxy;
}

const desks = new WeakMap<object, Desk>();

export function modelOf(worksheet: object | undefined): SheetModel {
  const sheet = worksheet && models.get(worksheet);
  if (!sheet) throw new Error("not a worksheet of this desk");
  return sheet;
}
