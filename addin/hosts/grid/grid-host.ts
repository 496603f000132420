import type { IDisposable } from "@univerjs/core";
import { addressOf, parseAddress } from "#core/sheet/cell-address.ts";
import type { BookReading, CellPlace, SheetReading } from "#core/sheet/reading.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import { isLayoutKey } from "#core/sheet/row-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type {
  BookStep,
  CellKeys,
  CellMark,
  CellWrite,
  DrawOptions,
  LiveSheet,
  MenuEntry,
  Selection,
  Unsubscribe,
} from "#core/sheet/sheet-host.ts";
import { ensureAsSeen } from "../ensure-as-seen.ts";
import { oncePerTurn } from "../once-per-turn.ts";
import { SheetListeners } from "../sheet-listeners.ts";
import { gridNote } from "./draw/book-resources.ts";
import { afterIdleWork } from "./after-idle-work.ts";
import { blockText, writeClipboard } from "./edit/copy-text.ts";
import { fitColumns } from "./draw/fit-columns.ts";
import type { GridBoard } from "./grid-board.ts";
import { GridMenu } from "./edit/grid-menu.ts";
import { gridStyle } from "./draw/grid-style.ts";
import { Pace, stepsOf } from "./draw/pace.ts";
import { keyPositions, type KeyPositions } from "./edit/key-positions.ts";
import type { GridOptions } from "./grid-options.ts";
import { pasteText } from "./edit/paste-text.ts";
import { rowsIn } from "./edit/rows-in.ts";
import { readSheet } from "./edit/read-sheet.ts";
import { untilTyped } from "./edit/until-typed.ts";
import { bringIntoSight } from "./bring-into-sight.ts";
import { selectTogether } from "./select-together.ts";
import { keepView, leaveHiddenKeys, startView, untilPainted } from "./keep-view.ts";
import type { CellMatrix, CellPatch } from "./edit/grid-guard.ts";
import { watchCommands } from "./edit/watch-commands.ts";

/** The browser's face of a book: Univer with our own veto, because its protection would stop our own writes as well. */
export class GridHost implements LiveSheet {
  readonly #board: GridBoard;
  readonly #container: HTMLElement;
  readonly #options: GridOptions;
  readonly #menu: GridMenu;
  readonly #watch: IDisposable;
  readonly #links: IDisposable;
  readonly #listeners = new SheetListeners();
  readonly #tellEdit = oncePerTurn(() => this.#listeners.tellEdited());
  /** One after the other: Univer paints a new book while the old one is still there. */
  #drawing: Promise<void> = Promise.resolve();

  constructor(board: GridBoard, container: HTMLElement, options: GridOptions) {
    this.#board = board;
    this.#container = container;
    this.#options = options;
    this.#menu = new GridMenu(container, () => this.#selection());
    this.#links = board.onLink((link) => options.onLink?.(link));
    this.#watch = watchCommands(this.#board, {
      refused: (sheetId, row, column) => this.#refused(sheetId, row, column),
      edited: () => this.#tellEdit(),
      selected: () => queueMicrotask(() => this.#selected()),
      pasted: (text) => this.#paste(text),
      copied: (cut) => this.#copy(cut),
    });
  }

  async draw(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    if (options.signal?.aborted === true) throw new Error("drawing was cancelled");
    const total = stepsOf(book);
    options.onProgress?.(0, total);
    const before = this.#drawing;
    this.#drawing = before.then(
      () => this.#replace(book, options),
      () => this.#replace(book, options),
    );
    await this.#drawing;
    this.#listeners.forgetSelection();
    options.onProgress?.(total, total);
  }

  async read(): Promise<BookReading> {
    return { sheets: this.#readSheets(), meta: this.#board.meta };
  }

  async mark(marks: readonly CellMark[]): Promise<void> {
    const looks = this.#patches(marks, (mark) => {
      const { cell, kind } = this.#board.cell(mark);
      return { s: { bg: null, cl: null, n: null, ...gridStyle(cell, kind, mark) } };
    });
    for (const [sheet, patch] of looks) this.#board.dress(sheet, patch);
    const at = this.#places();
    for (const mark of marks) {
      const place = at(mark);
      if (place && mark.note !== undefined) this.#note(mark.sheet, place, mark.note);
    }
  }

  async select(place: CellPlace, also: readonly string[] = []): Promise<void> {
    const sheet = this.#board.workbook.getSheetByName(place.sheet);
    const at = parseAddress(place.address);
    if (!sheet || !at) return;
    this.#board.own(() => {
      this.#board.workbook.setActiveSheet(sheet);
      sheet.getRange(at.row, at.column).activate();
      if (also.length > 0) selectTogether(this.#board, at, also);
    });
    this.#tellSelection();
    // What is not painted cannot be scrolled.
    await untilPainted(this.#board);
    this.#board.own(() => bringIntoSight(sheet, at));
  }

  onSelection(listener: (selection: Selection) => void): Unsubscribe {
    return this.#listeners.onSelection(listener);
  }

  onEdited(listener: () => void): Unsubscribe {
    return this.#listeners.onEdited(listener);
  }

  async setMenu(entries: readonly MenuEntry[]): Promise<void> {
    this.#menu.set(entries);
  }

  async write(cells: readonly CellWrite[]): Promise<void> {
    for (const ofSheet of groupBy(cells, ({ sheet }) => sheet).values()) {
      if (!this.#board.isDrawn) return;
      this.#writeCells(ofSheet);
      // Each sheet costs a look at the formulas of all: a page that fills forty of them stays awake in between.
      if (ofSheet.length < cells.length) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (cells.length > 0) this.#tellEdit();
  }

  async advance({ writes, marks, base }: BookStep): Promise<void> {
    this.#writeCells(writes);
    await this.mark(marks);
    this.#board.setBase(base);
  }

  #writeCells(cells: readonly CellWrite[]): void {
    const values = this.#patches(cells, ({ value, formula }) => ({
      v: value,
      f: formula === undefined ? null : `=${formula}`,
      p: null,
      si: null,
    }));
    for (const [sheet, patch] of values) this.#board.write(sheet, patch);
  }

  /** One write for each sheet: Univer looks at its formulas and paints after every one. */
  #patches<T extends CellKeys>(cells: readonly T[], patchOf: (cell: T) => CellPatch): ReadonlyMap<string, CellMatrix> {
    const at = this.#places();
    const patches = new Map<string, Record<number, Record<number, CellPatch>>>();
    for (const cell of cells) {
      const place = at(cell);
      if (!place) continue;
      const patch = patches.get(cell.sheet) ?? {};
      patch[place.row] = { ...patch[place.row], [place.col]: patchOf(cell) };
      patches.set(cell.sheet, patch);
    }
    return patches;
  }

  /** Where keys stand now, looked up once for each sheet. */
  #places(): (keys: CellKeys) => { readonly row: number; readonly col: number } | undefined {
    const positions = new Map<string, KeyPositions>();
    return ({ sheet, row: rowKey, column }) => {
      const known = positions.get(sheet) ?? keyPositions(this.#board.worksheet(sheet));
      positions.set(sheet, known);
      const [row, col] = [known.rows.get(rowKey), known.columns.get(column)];
      return row === undefined || col === undefined ? undefined : { row, col };
    };
  }

  showSheet(key: string): void {
    this.#board.own(() => {
      this.#board.workbook.setActiveSheet(this.#board.sheetId(key));
      leaveHiddenKeys(this.#board);
    });
    this.#tellSelection();
  }

  selectedRows(): ReadonlySet<string> {
    const cell = this.#board.isDrawn ? this.#board.active() : undefined;
    if (!cell) return new Set();
    const worksheet = this.#board.worksheet(cell.sheet.key);
    return rowsIn(worksheet, this.#board.ranges());
  }

  fitToWindow(): void {
    if (this.#board.isDrawn) fitColumns(this.#board, this.#container.clientWidth);
  }

  async commitTyping(): Promise<void> {
    if (this.#board.isDrawn) await this.#board.workbook.endEditingAsync(true);
  }

  focus(): void {
    const cell = this.#board.isDrawn ? this.#board.active() : undefined;
    this.#container.querySelector<HTMLElement>("canvas")?.focus();
    if (cell) this.#board.own(() => this.#board.workbook.getActiveRange()?.activate());
  }

  close(): void {
    this.#watch.dispose();
    this.#links.dispose();
    this.#menu.close();
    this.#listeners.clear();
  }

  async #replace(book: SheetBook, options: DrawOptions): Promise<void> {
    // Over a book that is shown in one go: what somebody typed in between would be gone.
    const pace = this.#board.isDrawn ? null : new Pace(stepsOf(book), options);
    const prepared = await this.#board.prepare(book, pace);
    if (this.#board.isDrawn) await untilTyped(this.#board, this.#container);
    // From here until Univer has the new book nobody gets a turn: what he typed after this would be gone.
    if (options.seen && this.#board.isDrawn) ensureAsSeen(options.seen, this.#readSheets());
    const restoreView = this.#board.isDrawn ? keepView(this.#board) : undefined;
    const removeOld = this.#board.replace(prepared);
    const { base } = options;
    if (base) this.#board.setBase(base);
    await untilPainted(this.#board);
    if (restoreView) restoreView();
    else this.#board.own(() => startView(this.#board));
    afterIdleWork(removeOld);
  }

  #readSheets(): readonly SheetReading[] {
    return this.#board.book.sheets.map((sheet) => readSheet(this.#board, sheet.key));
  }

  #note(sheet: string, place: { readonly row: number; readonly col: number }, note: string): void {
    const at = { unitId: this.#board.unitId, sheetId: this.#board.sheetId(sheet), ...place };
    if (note === "") this.#board.run("sheet.mutation.remove-note", at);
    else this.#board.run("sheet.mutation.update-note", { ...at, note: gridNote(note, place) });
  }

  #copy(cut: boolean): void {
    const cell = this.#board.isDrawn ? this.#board.active() : undefined;
    if (!cell) return;
    const { rows } = readSheet(this.#board, cell.sheet.key);
    const { startRow, endRow, startColumn, endColumn } = cell.range;
    const block = rows
      .slice(startRow, endRow + 1)
      .map((row) => row.slice(startColumn, endColumn + 1).map(({ value }) => value));
    writeClipboard(blockText(block));
    if (cut) void this.#board.commands.executeCommand("sheet.command.clear-selection-content");
  }

  #paste(text: string): void {
    const cell = this.#board.isDrawn ? this.#board.active() : undefined;
    if (!cell) return;
    const sheetId = this.#board.sheetId(cell.sheet.key);
    const guard = this.#board.guard(this.#board.unitId, sheetId);
    if (!guard) return;
    const pasted = pasteText(text, { guard, range: cell.range });
    if ("refusedAt" in pasted) this.#refused(sheetId, pasted.refusedAt.row, pasted.refusedAt.column);
    else
      void this.#board.commands.executeCommand("sheet.command.set-range-values", {
        unitId: this.#board.unitId,
        subUnitId: sheetId,
        value: pasted.cells,
      });
  }

  #refused(sheetId: string, row: number, column: number): void {
    const sheet = this.#board.sheetOfId(sheetId)?.name ?? "";
    this.#options.onRefused?.({ sheet, address: row < 0 ? "" : addressOf({ row, column }) });
  }

  #selected(): void {
    if (this.#board.isDrawn) this.#board.own(() => leaveHiddenKeys(this.#board));
    this.#tellSelection();
  }

  #tellSelection(): void {
    const selection = this.#board.isDrawn ? this.#selection() : undefined;
    if (selection) this.#listeners.tellSelection(selection);
  }

  #selection(): Selection | undefined {
    const cell = this.#board.active();
    if (!cell) return undefined;
    const matrix = this.#board.worksheet(cell.sheet.key).getCellMatrix();
    const rowKey = matrix.getValue(cell.row, 0)?.v;
    const columnKey = matrix.getValue(0, cell.column)?.v;
    return {
      sheet: cell.sheet.name,
      address: addressOf(cell),
      rowKey: typeof rowKey === "string" && !isLayoutKey(rowKey) ? rowKey : null,
      columnKey: typeof columnKey === "string" ? columnKey : null,
    };
  }
}
