import { addressOf, columnLetters } from "#core/sheet/cell-address.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { cornerText } from "#core/sheet/row-key.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { isCellError } from "#test/fakes/workbook/cell-model.ts";
import { renderHtml, type RenderOptions } from "#test/fakes/workbook/render-html.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import type { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";

/** A cell as the officer sees it. */
export interface SeenCell {
  readonly address: string;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly fill: string | null;
  readonly locked: boolean;
  /** The input message beside the cell; "": none. */
  readonly prompt: string;
}

export interface SeenSheet {
  readonly name: string;
  readonly visibility: string;
  readonly protected: boolean;
  /** First row and first column, where the keys stand. */
  readonly keysHidden: boolean;
}

/** A sort of the visible cells leaves the hidden column of keys behind. */
type SortAlso = "the keys" | "what he sees";

const CORNER = { rows: 20, columns: 10 };

/**
 * The officer in front of a workbook, by our keys and in plain data, so that the workbook may stand in this process (Excel) or
 * in a page (WPS, whose interface is synchronous). Protection stops him as it stops anybody.
 */
export class DeskHands {
  readonly #workbook: WorkbookModel;
  readonly #user: WorkbookUser;

  constructor(workbook: WorkbookModel, user: WorkbookUser) {
    this.#workbook = workbook;
    this.#user = user;
  }

  /** @returns false when protection stopped it */
  type(cell: CellKeys, value: CellValue): boolean {
    const { sheet, address } = this.#find(cell);
    return this.#user.type(sheet.name, address, value);
  }
  /** As somebody does it who took the protection off. */
  overtype(cell: CellKeys, value: CellValue): boolean {
    return this.#unprotected(this.#find(cell).sheet, () => this.type(cell, value));
  }
  select(cell: CellKeys): void {
    const { sheet, address } = this.#find(cell);
    this.#user.select(sheet.name, address);
  }
  /** "定量任务!K6" */
  selected(): string {
    const { activeSheet: sheet } = this.#workbook;
    return `${sheet.name}!${addressOf({ row: sheet.selection.top, column: sheet.selection.left })}`;
  }
  has(cell: CellKeys): boolean {
    const { rowAt, columnAt } = this.#look(cell);
    return rowAt >= 0 && columnAt >= 0;
  }
  cell(cell: CellKeys): SeenCell {
    const { sheet, row, column, address } = this.#find(cell);
    const { value, formula, style, locked, validation } = sheet.cell(row, column);
    const prompt = validation?.prompt?.show === true ? validation.prompt.message : "";
    return {
      ...{ address: `${sheet.name}!${address}`, value: isCellError(value) ? value.error : value },
      ...{ formula: formula ?? null, fill: style.fill, locked, prompt },
    };
  }
  sheets(): readonly SeenSheet[] {
    return this.#workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.settings.visibility,
      protected: sheet.protection !== null,
      keysHidden: sheet.rowState(0).hidden && sheet.columnState(0).hidden,
    }));
  }
  names(): readonly string[] {
    return this.#workbook.names.all.map(({ name }) => name);
  }
  /** Something of his own in that row, right of the drawn columns. */
  ownNote(beside: CellKeys, text: string): boolean {
    const { sheet, row } = this.#find(beside);
    return this.#user.type(sheet.name, addressOf({ row, column: this.#ownColumn(beside.sheet) }), text);
  }
  ownNoteOf(beside: CellKeys): CellValue {
    const { sheet, row } = this.#find(beside);
    const { value } = sheet.cell(row, this.#ownColumn(beside.sheet));
    return isCellError(value) ? value.error : value;
  }
  /** Row keys as they stand now, top down. */
  rowKeys(key: string): readonly string[] {
    const { sheet, row: corner, column } = this.#corner(key);
    return Array.from({ length: sheet.rowCount - corner - 1 }, (_, at) => {
      const { value } = sheet.stored(corner + 1 + at, column);
      return typeof value === "string" ? value : "";
    }).filter((text) => text !== "");
  }
  /** A column of his own before that one, with a text in that row. @returns false when protection stopped it */
  ownColumnBefore(cell: CellKeys, text: string): boolean {
    const { sheet, row, column } = this.#find(cell);
    if (!this.#user.insertColumns(sheet.name, column)) return false;
    // Its cells are as open as their left neighbours in the genuine programs, closed in this workbook.
    return this.#unprotected(sheet, () => this.#user.type(sheet.name, addressOf({ row, column }), text));
  }
  leftOf(cell: CellKeys): CellValue {
    const { sheet, row, column } = this.#find(cell);
    const { value } = sheet.cell(row, column - 1);
    return isCellError(value) ? value.error : value;
  }
  /** From the first of these rows to the last, downwards from the greatest, as somebody does it who took the protection off. */
  sortDown({ sheet: key, column }: Omit<CellKeys, "row">, between: readonly [string, string], also: SortAlso): void {
    const [one, other] = between.map((row) => this.#find({ sheet: key, row, column }));
    if (!one || !other) throw new Error("two rows are needed");
    const { sheet } = one;
    const left = this.#corner(key).column + (also === "the keys" ? 0 : 1);
    const last = { row: Math.max(one.row, other.row), column: sheet.usedRect()?.right ?? left };
    const first = { row: Math.min(one.row, other.row), column: left };
    const wish = { column: one.column, descending: true, visibleOnly: also === "what he sees" };
    this.#unprotected(sheet, () => this.#user.sort(sheet.name, `${addressOf(first)}:${addressOf(last)}`, wish));
  }
  doubleClick(cell: CellKeys): void {
    const { sheet, address } = this.#find(cell);
    this.#user.doubleClick(sheet.name, address);
  }
  html(options: RenderOptions = {}): string {
    return renderHtml(this.#workbook, options);
  }

  #unprotected<T>(sheet: SheetModel, work: () => T): T {
    const { protection } = sheet;
    sheet.setProtection(null);
    try {
      return work();
    } finally {
      sheet.setProtection(protection);
    }
  }

  /** The first one without a key. */
  #ownColumn(key: string): number {
    const { sheet, row, column } = this.#corner(key);
    const right = sheet.usedRect()?.right ?? column;
    const last = indexOf(right, (back) => (sheet.stored(row, right - back).value ?? "") !== "");
    return right - last + 1;
  }

  #corner(key: string) {
    for (const sheet of this.#workbook.sheets) {
      for (let row = 0; row < CORNER.rows; row += 1) {
        for (let column = 0; column < CORNER.columns; column += 1) {
          if (sheet.stored(row, column).value === cornerText({ key })) return { sheet, row, column };
        }
      }
    }
    throw new Error(`no sheet ${key} was drawn`);
  }

  #find(cell: CellKeys): FoundCell {
    const { sheet, rowAt, columnAt } = this.#look(cell);
    if (rowAt < 0 || columnAt < 0) throw new Error(`no ${cell.row} ${cell.column} in ${cell.sheet}`);
    return { sheet, row: rowAt, column: columnAt, address: `${columnLetters(columnAt)}${rowAt + 1}` };
  }

  /** Below zero where there is none. */
  #look({ sheet: key, row, column }: CellKeys) {
    const corner = this.#corner(key);
    const { sheet } = corner;
    const rowAt = indexOf(sheet.rowCount, (at) => at !== corner.row && sheet.stored(at, corner.column).value === row);
    const right = sheet.usedRect()?.right ?? 0;
    const columnAt =
      column === ""
        ? corner.column
        : indexOf(right + 1, (at) => at !== corner.column && sheet.stored(corner.row, at).value === column);
    return { sheet, rowAt, columnAt };
  }
}

interface FoundCell {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly address: string;
}

function indexOf(length: number, fits: (at: number) => boolean): number {
  for (let at = 0; at < length; at += 1) if (fits(at)) return at;
  return -1;
}
