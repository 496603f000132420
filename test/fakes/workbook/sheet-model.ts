import { type CellPatch, EMPTY_CELL, patchedCell, type WorkbookCell } from "./cell-model.ts";
import { changeLines, type LineChange, rectAfter, spanAfter } from "./line-change.ts";
import type { SheetProtection } from "./protection-options.ts";
import { common, heightOf, isWholeColumns, isWholeRows, meets, oneCell, type Rect, widthOf } from "./rect.ts";
import {
  type ColumnState,
  copySheetState,
  DEFAULT_HEIGHT,
  DEFAULT_WIDTH,
  freshRow,
  type PageState,
  type RowState,
  type SheetState,
} from "./sheet-state.ts";

export type PatchOf = CellPatch | ((cell: WorkbookCell, row: number, column: number) => CellPatch | undefined);

/** One sheet of the workbook. What changes cells goes through WorkbookModel, which logs it and moves references. */
export class SheetModel {
  #state: SheetState;
  readonly #settle: () => void;

  /** @param settle called before a value is read, so that formulas are calculated when somebody looks */
  constructor(state: SheetState, settle: () => void) {
    this.#state = state;
    this.#settle = settle;
  }

  get id(): string {
    return this.#state.id;
  }
  get name(): string {
    return this.#state.name;
  }
  /** Page setup, visibility, frozen panes, tab colour: plain members that nothing else hangs on. */
  get settings(): Pick<SheetState, "visibility" | "tabColor" | "showGridlines" | "frozen"> {
    return this.#state;
  }
  get page(): PageState {
    return this.#state.page;
  }
  get protection(): SheetProtection | null {
    return this.#state.protection;
  }
  get merges(): readonly Rect[] {
    return this.#state.merges;
  }
  get selection(): Rect {
    return this.#state.selection;
  }
  get rowCount(): number {
    return this.#state.rows.length;
  }
  get columnCount(): number {
    return this.#state.columns.length;
  }

  /** The cell as somebody sees it now. */
  cell(row: number, column: number): WorkbookCell {
    this.#settle();
    return this.stored(row, column);
  }

  /** Without calculating first. */
  stored(row: number, column: number): WorkbookCell {
    const line = this.#state.rows[row];
    return line?.cells[column] ?? line?.base ?? this.#state.columns[column]?.base ?? this.#state.base;
  }

  rowState(row: number): Readonly<RowState> {
    return this.#state.rows[row] ?? { cells: [], height: null, hidden: false, base: null };
  }
  columnState(column: number): Readonly<ColumnState> {
    return this.#state.columns[column] ?? { width: null, hidden: false, base: null };
  }
  /** Points; 0 when hidden. */
  rowHeight(row: number): number {
    const { height, hidden } = this.rowState(row);
    return hidden ? 0 : (height ?? DEFAULT_HEIGHT);
  }
  /** Characters; 0 when hidden. */
  columnWidth(column: number): number {
    const { width, hidden } = this.columnState(column);
    return hidden ? 0 : (width ?? DEFAULT_WIDTH);
  }

  /** The merged block that the cell is in. */
  mergeAt(row: number, column: number): Rect | undefined {
    return this.#state.merges.find((merge) => meets(merge, oneCell(row, column)));
  }

  /** Cells that hold a value, a formula, or (unless `valuesOnly`) any format of their own. */
  usedRect(valuesOnly = false): Rect | undefined {
    let rect: { top: number; left: number; bottom: number; right: number } | undefined;
    this.eachStored((cell, row, column) => {
      if (valuesOnly ? cell.value === null && cell.formula === undefined : cell === EMPTY_CELL) return;
      rect = rect
        ? {
            top: Math.min(rect.top, row),
            left: Math.min(rect.left, column),
            bottom: Math.max(rect.bottom, row),
            right: Math.max(rect.right, column),
          }
        : oneCell(row, column);
    });
    return rect;
  }

  eachStored(visit: (cell: WorkbookCell, row: number, column: number) => void): void {
    this.#state.rows.forEach((line, row) => {
      line?.cells.forEach((cell, column) => {
        if (cell) visit(cell, row, column);
      });
    });
  }

  put(row: number, column: number, cell: WorkbookCell): void {
    this.#line(row).cells[column] = cell;
  }

  /** Whole rows and columns also keep the format for cells that are not there yet. */
  patch(rect: Rect, patch: PatchOf): void {
    const isWhole = isWholeRows(rect) || isWholeColumns(rect);
    if (isWhole) this.#patchBases(rect, patch);
    const bounds = isWhole ? this.#extent(rect) : rect;
    if (!bounds) return;
    for (let row = bounds.top; row <= bounds.bottom; row += 1) {
      for (let column = bounds.left; column <= bounds.right; column += 1) {
        if (!isWhole || this.#state.rows[row]?.cells[column]) this.#patchCell(row, column, patch);
      }
    }
  }

  setRows(rect: Rect, change: Partial<Pick<RowState, "height" | "hidden">>): void {
    for (let row = rect.top; row <= rect.bottom; row += 1) Object.assign(this.#line(row), change);
  }
  setColumns(rect: Rect, change: Partial<Pick<ColumnState, "width" | "hidden">>): void {
    for (let column = rect.left; column <= rect.right; column += 1) Object.assign(this.#column(column), change);
  }
  setMerges(merges: readonly Rect[]): void {
    this.#state.merges = merges;
  }
  setProtection(protection: SheetProtection | null): void {
    this.#state.protection = protection;
  }
  setSelection(selection: Rect): void {
    this.#state.selection = selection;
  }
  rename(name: string): void {
    this.#state.name = name;
  }

  /** Cells, heights, widths, merges, panes' print titles and selection move; formulas are the workbook's matter. */
  changeLines(change: LineChange): void {
    const state = this.#state;
    if (change.axis === "row") changeLines<RowState | undefined>(state.rows, change, freshRow);
    else {
      changeLines<ColumnState | undefined>(state.columns, change, freshRow);
      for (const line of state.rows) if (line) changeLines<WorkbookCell | undefined>(line.cells, change, freshRow);
    }
    state.merges = state.merges.flatMap((merge) => {
      const after = rectAfter(change, merge);
      return after && (heightOf(after) > 1 || widthOf(after) > 1) ? [after] : [];
    });
    state.page.printArea = state.page.printArea && (rectAfter(change, state.page.printArea) ?? null);
    const titles = change.axis === "row" ? "titleRows" : "titleColumns";
    const span = state.page[titles] && spanAfter(change, [state.page[titles].from, state.page[titles].to]);
    state.page[titles] = span ? { from: span[0], to: span[1] } : null;
  }

  copyState(): SheetState {
    return copySheetState(this.#state);
  }
  restoreState(state: SheetState): void {
    this.#state = copySheetState(state);
  }

  #patchCell(row: number, column: number, patch: PatchOf): void {
    const cell = this.stored(row, column);
    const change = typeof patch === "function" ? patch(cell, row, column) : patch;
    if (change) this.put(row, column, patchedCell(cell, change));
  }
  #line(row: number): RowState {
    return (this.#state.rows[row] ??= { cells: [], height: null, hidden: false, base: null });
  }
  #column(column: number): ColumnState {
    return (this.#state.columns[column] ??= { width: null, hidden: false, base: null });
  }

  /** The part of whole rows or columns where cells stand. */
  #extent(rect: Rect): Rect | undefined {
    const right = this.#state.rows.reduce((most, line) => Math.max(most, line?.cells.length ?? 0), 0) - 1;
    const bottom = this.#state.rows.length - 1;
    return right < 0 || bottom < 0 ? undefined : common(rect, { top: 0, left: 0, bottom, right });
  }

  #patchBases(rect: Rect, patch: PatchOf): void {
    // Lines that looked alike share their format: a patch may cover thousands of columns.
    const known = new Map<WorkbookCell, WorkbookCell>();
    const changed = (cell: WorkbookCell, row: number, column: number) => {
      const change = typeof patch === "function" ? patch(cell, row, column) : patch;
      const next =
        known.get(cell) ?? (change ? patchedCell(cell, { ...change, value: null, formula: undefined }) : cell);
      known.set(cell, next);
      return next;
    };
    if (isWholeRows(rect) && isWholeColumns(rect)) this.#state.base = changed(this.#state.base, 0, 0);
    else if (isWholeRows(rect)) {
      for (let row = rect.top; row <= rect.bottom; row += 1) {
        const line = this.#line(row);
        line.base = changed(line.base ?? this.#state.base, row, 0);
      }
    } else {
      for (let at = rect.left; at <= rect.right; at += 1) {
        const column = this.#column(at);
        column.base = changed(column.base ?? this.#state.base, 0, at);
      }
    }
  }
}
