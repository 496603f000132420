import { isCellError, type WorkbookCell } from "../workbook/cell-model.ts";
import type { GuardedAction } from "../workbook/protection.ts";
import {
  heightOf,
  isWholeColumns,
  isWholeRows,
  oneCell,
  type Rect,
  wholeColumns,
  wholeRows,
  widthOf,
} from "../workbook/rect.ts";
import { shownText } from "../workbook/shown-text.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import { copyCells } from "./copy-cells.ts";
import type { Desk } from "./desk.ts";
import { FakeBorders, FakeFont, FakeInterior } from "./fake-cell-parts.ts";
import { FakeComment } from "./fake-comment.ts";
import { FakeValidation } from "./fake-validation.ts";
import { strict, WpsError } from "./gate.ts";
import { insertLines } from "./insert-lines.ts";
import { ruleDoor, styleDoor } from "./range-doors.ts";
import { absolute, countFilled, ensureShape, entryOf, placeOf, readValue, rememberPlace } from "./range-values.ts";
import { HORIZONTAL, nameOfNumber, VERTICAL } from "./wps-numbers.ts";

/** Cells of one sheet, in one or several blocks; 1-based like everything in this program. */
export class FakeRange {
  readonly #desk: Desk;
  /** For the fake itself: not a member that a page could see. */
  readonly #sheet: SheetModel;
  readonly #areas: readonly Rect[];

  constructor(desk: Desk, sheet: SheetModel, areas: readonly Rect[]) {
    this.#desk = desk;
    this.#sheet = sheet;
    this.#areas = areas;
    rememberPlace(this, { sheet, areas });
  }

  get Row(): number {
    return this.#first.top + 1;
  }
  get Column(): number {
    return this.#first.left + 1;
  }
  get Count(): number {
    return this.#areas.reduce((sum, area) => sum + heightOf(area) * widthOf(area), 0);
  }
  get Rows(): FakeRange {
    return this.#range(this.#areas, { count: heightOf(this.#first) });
  }
  get Columns(): FakeRange {
    return this.#range(this.#areas, { count: widthOf(this.#first) });
  }
  get Cells(): FakeRange {
    return this.#range(this.#areas);
  }
  get EntireRow(): FakeRange {
    return this.#range(this.#areas.map(({ top, bottom }) => wholeRows(top, bottom)));
  }
  get EntireColumn(): FakeRange {
    return this.#range(this.#areas.map(({ left, right }) => wholeColumns(left, right)));
  }
  get MergeArea(): FakeRange {
    const { top, left } = this.#first;
    return this.#range([this.#sheet.mergeAt(top, left) ?? oneCell(top, left)]);
  }
  Item(row: unknown, column: unknown): FakeRange {
    if (typeof row !== "number" || typeof column !== "number" || row < 1 || column < 1)
      throw new WpsError("行列从 1 起");
    const { top, left } = this.#first;
    return this.#range([oneCell(top + row - 1, left + column - 1)]);
  }
  Address(): string {
    return this.#areas.map((area) => absolute(area)).join(",");
  }

  get Value2(): unknown {
    return this.#block((cell, row, column) => readValue(cell.value, row + column));
  }
  set Value2(given: unknown) {
    this.#enter(given);
  }
  get Formula(): unknown {
    return this.#block(({ formula, value }) =>
      formula !== undefined ? `=${formula}` : isCellError(value) ? value.error : value === null ? "" : String(value),
    );
  }
  set Formula(given: unknown) {
    this.#enter(given);
  }
  get Text(): string {
    return shownText(this.#sheet.cell(this.#first.top, this.#first.left));
  }
  get NumberFormat(): string | null {
    return this.#shared((cell) => cell.numberFormat);
  }
  set NumberFormat(format: unknown) {
    if (typeof format !== "string") throw new WpsError("数字格式是文字");
    this.#format("format", { numberFormat: format });
  }
  get Locked(): boolean | null {
    return this.#shared((cell) => cell.locked);
  }
  set Locked(locked: unknown) {
    this.#format("format", { locked: locked === true });
  }
  get HorizontalAlignment(): number | null {
    const found = this.#shared((cell) => cell.style.horizontal);
    return found && HORIZONTAL[found];
  }
  set HorizontalAlignment(number: unknown) {
    const horizontal = nameOfNumber(HORIZONTAL, number);
    this.#style().change(() => ({ horizontal }));
  }
  get VerticalAlignment(): number | null {
    const found = this.#shared((cell) => cell.style.vertical);
    return found && VERTICAL[found];
  }
  set VerticalAlignment(number: unknown) {
    const vertical = nameOfNumber(VERTICAL, number);
    this.#style().change(() => ({ vertical }));
  }
  get WrapText(): boolean | null {
    return this.#shared((cell) => cell.style.wrap);
  }
  set WrapText(wrap: unknown) {
    this.#style().change(() => ({ wrap: wrap === true }));
  }
  get Interior(): FakeInterior {
    return strict(this.#desk.gate, "Interior", new FakeInterior(this.#style()));
  }
  get Font(): FakeFont {
    return strict(this.#desk.gate, "Font", new FakeFont(this.#style()));
  }
  get Borders(): FakeBorders {
    return strict(this.#desk.gate, "Borders", new FakeBorders(this.#desk.gate, this.#style()));
  }
  get Validation(): FakeValidation {
    const door = ruleDoor(this.#desk, this.#sheet, this.#areas);
    return strict(this.#desk.gate, "Validation", new FakeValidation(door));
  }

  get Comment(): FakeComment | null {
    const { top, left } = this.#first;
    if (this.#sheet.stored(top, left).note === undefined) return null;
    return strict(this.#desk.gate, "Comment", new FakeComment(this.#desk, this.#sheet, oneCell(top, left)));
  }
  AddComment(text = ""): FakeComment {
    if (this.Comment) throw new WpsError("已有批注");
    this.#format("objects", { note: text });
    const { top, left } = this.#first;
    return strict(this.#desk.gate, "Comment", new FakeComment(this.#desk, this.#sheet, oneCell(top, left)));
  }

  Merge(): void {
    this.#desk.guard(this.#sheet, "merge", this.#areas);
    for (const area of this.#areas) {
      if (this.#desk.displayAlerts && countFilled(this.#sheet, area) > 1)
        this.#desk.gate.violated("a question about merged values");
      this.#desk.workbook.merge(this.#sheet, area);
    }
  }
  UnMerge(): void {
    this.#desk.guard(this.#sheet, "merge", this.#areas);
    for (const area of this.#areas) this.#desk.workbook.unmerge(this.#sheet, area);
  }
  get MergeCells(): boolean {
    return this.#sheet.mergeAt(this.#first.top, this.#first.left) !== undefined;
  }

  /** Whole rows or columns only; they take over the look of the line before them, its being hidden too. */
  Insert(): boolean {
    const { axis, at, count } = this.#lines();
    this.#desk.guard(this.#sheet, axis === "row" ? "insertRows" : "insertColumns", this.#areas);
    insertLines(this.#desk.workbook, this.#sheet, { axis, type: "insert", at, count });
    return true;
  }
  Delete(): boolean {
    const { axis, at, count } = this.#lines();
    this.#desk.guard(this.#sheet, axis === "row" ? "deleteRows" : "deleteColumns", this.#areas);
    this.#desk.workbook.changeLines(this.#sheet, { axis, type: "delete", at, count });
    return true;
  }
  ClearContents(): boolean {
    this.#desk.guard(this.#sheet, "values", this.#areas);
    for (const area of this.#areas) this.#desk.workbook.patch(this.#sheet, area, { value: null, formula: undefined });
    return true;
  }
  /** Whole sheets only, with everything that their cells have. */
  Copy(destination: FakeRange): boolean {
    const target = placeOf(destination);
    const isWhole = [this.#first, target.areas[0]].every((area) => area && isWholeRows(area) && isWholeColumns(area));
    if (!isWhole) return this.#desk.gate.violated("Range.Copy of a part");
    this.#desk.guard(target.sheet, "format", target.areas);
    this.#desk.guard(target.sheet, "values", target.areas);
    copyCells(this.#desk.workbook, this.#sheet, target.sheet);
    return true;
  }

  get Hidden(): boolean | null {
    const { axis, at } = this.#lines();
    return axis === "row" ? this.#sheet.rowState(at).hidden : this.#sheet.columnState(at).hidden;
  }
  set Hidden(hidden: unknown) {
    const { axis } = this.#lines();
    this.#desk.guard(this.#sheet, axis === "row" ? "rows" : "columns", this.#areas);
    for (const area of this.#areas) {
      if (axis === "row") this.#sheet.setRows(area, { hidden: hidden === true });
      else this.#sheet.setColumns(area, { hidden: hidden === true });
      this.#desk.workbook.note("format", this.#sheet, area);
    }
  }
  get RowHeight(): number {
    return this.#sheet.rowHeight(this.#first.top);
  }
  set RowHeight(points: unknown) {
    if (typeof points !== "number" || points < 0 || points > 409) throw new WpsError("行高 0 到 409");
    this.#desk.guard(this.#sheet, "rows", this.#areas);
    for (const area of this.#areas) this.#sheet.setRows(area, { height: points });
  }
  get ColumnWidth(): number {
    return this.#sheet.columnWidth(this.#first.left);
  }
  set ColumnWidth(characters: unknown) {
    if (typeof characters !== "number" || characters < 0 || characters > 255) throw new WpsError("列宽 0 到 255");
    this.#desk.guard(this.#sheet, "columns", this.#areas);
    for (const area of this.#areas) this.#sheet.setColumns(area, { width: characters });
  }

  Select(): boolean {
    if (this.#desk.workbook.activeSheet !== this.#sheet) throw new WpsError("只能在活动工作表上选择");
    this.#desk.workbook.select(this.#sheet, this.#first);
    return true;
  }

  get #first(): Rect {
    return this.#areas[0] ?? oneCell(0, 0);
  }
  #range(areas: readonly Rect[], more: { readonly count?: number } = {}): FakeRange {
    const range = new FakeRange(this.#desk, this.#sheet, areas);
    if (more.count !== undefined) Object.defineProperty(range, "Count", { value: more.count });
    return showRange(this.#desk, range);
  }
  #style() {
    return styleDoor(this.#desk, this.#sheet, this.#areas);
  }
  #shared<T>(of: (cell: WorkbookCell) => T): T | null {
    const { top, left, bottom, right } = this.#first;
    const value = of(this.#sheet.stored(top, left));
    if (isWholeRows(this.#first) || isWholeColumns(this.#first)) return value;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (of(this.#sheet.stored(row, column)) !== value) return null;
      }
    }
    return value;
  }
  #format(action: GuardedAction, patch: Partial<WorkbookCell>): void {
    this.#desk.guard(this.#sheet, action, this.#areas);
    for (const area of this.#areas) this.#desk.workbook.format(this.#sheet, area, patch);
  }
  #block<T>(of: (cell: WorkbookCell, row: number, column: number) => T): T | readonly (readonly T[])[] {
    const { top, left } = this.#first;
    const block = Array.from({ length: heightOf(this.#first) }, (_row, down) =>
      Array.from({ length: widthOf(this.#first) }, (_column, right) => {
        const [row, column] = [top + down, left + right];
        return of(this.#sheet.cell(row, column), row, column);
      }),
    );
    return block.length === 1 && block[0]?.length === 1 ? (block[0][0] as T) : block;
  }
  /** One entry for all, or a block of the same size; what falls on a covered cell of a merge is lost. */
  #enter(given: unknown): void {
    this.#desk.guard(this.#sheet, "values", this.#areas);
    for (const area of this.#areas) {
      if (Array.isArray(given)) ensureShape(given, area);
      this.#desk.workbook.enter(this.#sheet, area, (row, column) => {
        const merge = this.#sheet.merges.length === 0 ? undefined : this.#sheet.mergeAt(row, column);
        if (merge && (merge.top !== row || merge.left !== column)) return undefined;
        return entryOf(Array.isArray(given) ? (given as unknown[][])[row - area.top]?.[column - area.left] : given);
      });
    }
  }
  #lines(): { readonly axis: "row" | "column"; readonly at: number; readonly count: number } {
    const area = this.#first;
    if (isWholeRows(area)) return { axis: "row", at: area.top, count: heightOf(area) };
    if (isWholeColumns(area)) return { axis: "column", at: area.left, count: widthOf(area) };
    throw new WpsError("只能对整行或整列");
  }
}

export function showRange(desk: Desk, range: FakeRange): FakeRange {
  const shown = strict(desk.gate, "Range", range);
  rememberPlace(shown, placeOf(range));
  return shown;
}
