import type { CellValue } from "#core/sheet/cell.ts";
import type { ChangeKind, Origin, WorkbookChange, WorkbookEvent } from "./change-log.ts";
import type { CellPatch, WorkbookCell } from "./cell-model.ts";
import { recalculate } from "./formula/recalculate.ts";
import type { LineChange } from "./line-change.ts";
import { referenceAfter } from "./line-change.ts";
import { NamesModel } from "./names-model.ts";
import { parseEntry } from "./parse-entry.ts";
import { NOTHING_ALLOWED, type ProtectionOptions } from "./protection-options.ts";
import { heightOf, oneCell, type Rect, widthOf, wholeColumns, wholeRows } from "./rect.ts";
import { mapReferences, type Reference } from "./references.ts";
import { type PatchOf, SheetModel } from "./sheet-model.ts";
import { newSheetState, type SheetState, type SheetVisibility } from "./sheet-state.ts";
import { sortedCells, type SortWish } from "./sort-cells.ts";
import { type Undone, UndoStack } from "./undo-stack.ts";

interface WorkbookState {
  readonly sheets: readonly SheetState[];
  readonly names: NamesModel;
  readonly active: string;
}

/**
 * A workbook in memory: what both desk programs' fakes stand on, in Node and in the browser. It does what it is told:
 * whether protection stops somebody is asked beforehand (protection.ts) and answered in each program's own words.
 */
export class WorkbookModel {
  #sheets: SheetModel[] = [];
  #names = new NamesModel();
  #active = "";
  #nextId = 1;
  #origin: Origin = "addin";
  #stale = false;
  #automatic = true;
  #calculating = false;
  readonly #undo = new UndoStack();
  readonly #log: WorkbookChange[] = [];
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  /** "工作簿1.xlsx" as the title bar has it. */
  title = "工作簿1.xlsx";
  readOnly = false;

  constructor(firstSheet = "Sheet1") {
    this.#active = this.#newSheet(firstSheet, 0).id;
  }

  get sheets(): readonly SheetModel[] {
    return this.#sheets;
  }
  get names(): NamesModel {
    return this.#names;
  }
  get changes(): readonly WorkbookChange[] {
    return this.#log;
  }
  get origin(): Origin {
    return this.#origin;
  }
  get activeSheet(): SheetModel {
    return this.sheet(this.#active);
  }
  get canUndo(): boolean {
    return this.#undo.depth > 0;
  }

  /** By id or (without regard to letter case) by name. @throws when there is none: ask `find`. */
  sheet(idOrName: string): SheetModel {
    const found = this.find(idOrName);
    if (!found) throw new Error(`no sheet ${idOrName}`);
    return found;
  }
  find(idOrName: string): SheetModel | undefined {
    const wanted = idOrName.toLowerCase();
    return this.#sheets.find(({ id, name }) => id === idOrName || name.toLowerCase() === wanted);
  }

  /** What happens inside is told as done by `origin`. */
  by<T>(origin: Origin, work: () => T): T {
    const before = this.#origin;
    this.#origin = origin;
    try {
      return work();
    } finally {
      this.#origin = before;
    }
  }
  on(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  tell(event: WorkbookEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
  /** For settings that are set on the sheet itself (page, panes, visibility). */
  note(kind: ChangeKind, sheet: SheetModel, rect: Rect | null = null): void {
    const change = { origin: this.#origin, kind, sheet: sheet.id, rect };
    this.#log.push(change);
    this.tell({ type: "change", ...change });
  }

  addSheet(name: string, position = this.#sheets.length): SheetModel {
    if (this.find(name)) throw new Error(`sheet ${name} exists`);
    const sheet = this.#newSheet(name, position);
    this.note("sheet-added", sheet);
    return sheet;
  }
  deleteSheet(sheet: SheetModel): void {
    this.#sheets = this.#sheets.filter((other) => other !== sheet);
    if (this.#active === sheet.id) {
      this.#active =
        (this.#sheets.find(({ settings }) => settings.visibility === "visible") ?? this.#sheets[0])?.id ?? "";
    }
    this.#mapFormulas((reference, own) => ((reference.sheet ?? own.name) === sheet.name ? undefined : reference));
    this.#undo.clear();
    this.#touch();
    this.note("sheet-deleted", sheet);
  }
  renameSheet(sheet: SheetModel, name: string): void {
    if (this.find(name) && this.find(name) !== sheet) throw new Error(`sheet ${name} exists`);
    const before = sheet.name;
    this.#mapFormulas((reference) => (reference.sheet === before ? { ...reference, sheet: name } : reference));
    sheet.rename(name);
    this.note("sheet-renamed", sheet);
  }
  moveSheet(sheet: SheetModel, position: number): void {
    const others = this.#sheets.filter((other) => other !== sheet);
    this.#sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
    this.note("settings", sheet);
  }
  setVisibility(sheet: SheetModel, visibility: SheetVisibility): void {
    const visible = this.#sheets.filter(({ settings }) => settings.visibility === "visible");
    if (visibility !== "visible" && visible.length === 1 && visible[0] === sheet) throw new Error("last visible sheet");
    sheet.settings.visibility = visibility;
    if (visibility !== "visible" && this.#active === sheet.id) {
      const next = visible.find((other) => other !== sheet);
      if (next) this.activate(next);
    }
    this.note("settings", sheet);
  }
  activate(sheet: SheetModel): void {
    if (this.#active === sheet.id) return;
    this.#active = sheet.id;
    this.tell({ type: "activated", origin: this.#origin, sheet: sheet.id });
  }
  select(sheet: SheetModel, rect: Rect): void {
    this.activate(sheet);
    sheet.setSelection(rect);
    this.tell({ type: "selection", origin: this.#origin, sheet: sheet.id, rect });
  }

  /** Values and formulas. */
  patch(sheet: SheetModel, rect: Rect, patch: PatchOf): void {
    if (this.#origin === "user") this.#undo.remember(sheet, rect);
    sheet.patch(rect, patch);
    this.#touch();
    this.note("cells", sheet, rect);
  }
  /** Everything about cells but values and formulas. */
  format(sheet: SheetModel, rect: Rect, patch: PatchOf): void {
    sheet.patch(rect, patch);
    this.note("format", sheet, rect);
  }
  /** As typed or given by a program: the format of each cell decides. One entry for all, or one per cell; undefined leaves a cell. */
  enter(sheet: SheetModel, rect: Rect, entryOf: (row: number, column: number) => CellValue | undefined): void {
    this.patch(sheet, rect, (cell, row, column) => {
      const given = entryOf(row, column);
      return given === undefined ? undefined : entered(cell, given);
    });
  }
  /** Formula without "=", whatever the cell's format. */
  enterFormula(sheet: SheetModel, rect: Rect, formula: string): void {
    this.patch(sheet, rect, { formula, value: null });
  }

  changeLines(sheet: SheetModel, change: LineChange): void {
    if (this.#origin === "user") this.#undo.rememberAll(this.copyState());
    else this.#undo.rebase(sheet, change);
    sheet.changeLines(change);
    const moved = (reference: Reference, own: SheetModel) =>
      (reference.sheet ?? own.name) === sheet.name ? referenceAfter(change, reference) : reference;
    this.#mapFormulas(moved);
    this.#touch();
    this.note(LINE_KINDS[change.axis][change.type], sheet, linesOf(change));
  }

  sort(sheet: SheetModel, rect: Rect, wish: SortWish): void {
    if (this.#origin === "user") this.#undo.rememberAll(this.copyState());
    for (const [row, column, cell] of sortedCells(sheet, rect, wish)) sheet.put(row, column, cell);
    this.#touch();
    this.note("sorted", sheet, rect);
  }

  /** The upper left cell's value stays, the others are emptied. */
  merge(sheet: SheetModel, rect: Rect): void {
    if (heightOf(rect) === 1 && widthOf(rect) === 1) return;
    this.unmerge(sheet, rect);
    sheet.setMerges([...sheet.merges, rect]);
    this.patch(sheet, rect, (_cell, row, column) =>
      row === rect.top && column === rect.left ? undefined : { value: null, formula: undefined },
    );
  }
  unmerge(sheet: SheetModel, rect: Rect): void {
    const overlaps = (merge: Rect) =>
      merge.top <= rect.bottom && rect.top <= merge.bottom && merge.left <= rect.right && rect.left <= merge.right;
    sheet.setMerges(sheet.merges.filter((merge) => !overlaps(merge)));
    this.note("format", sheet, rect);
  }

  /** Clears what the user could have taken back, as Excel does. */
  protect(sheet: SheetModel, allowed: Partial<ProtectionOptions> = {}, password = ""): void {
    sheet.setProtection({ ...NOTHING_ALLOWED, ...allowed, password });
    this.#undo.clear();
    this.note("protection", sheet);
  }
  unprotect(sheet: SheetModel): void {
    sheet.setProtection(null);
    this.#undo.clear();
    this.note("protection", sheet);
  }

  /** Takes back the user's last action. @returns false when there is none. */
  undo(): boolean {
    const last = this.#undo.take();
    if (!last) return false;
    this.#putBack(last);
    this.#touch();
    const [first] = "cells" in last ? last.cells : [];
    const sheet = first ? this.find(first.sheet) : undefined;
    const rect = first && oneCell(first.row, first.column);
    this.note("undone", sheet ?? this.activeSheet, rect ?? this.activeSheet.usedRect() ?? oneCell(0, 0));
    return true;
  }

  set calculation(mode: "automatic" | "manual") {
    this.#automatic = mode === "automatic";
  }
  get calculation(): "automatic" | "manual" {
    return this.#automatic ? "automatic" : "manual";
  }
  calculate(): void {
    this.#stale = false;
    this.#calculating = true;
    try {
      recalculate({ sheets: this.#sheets, named: (name, sheet) => this.#names.find(name, sheet.id)?.refersTo });
    } finally {
      this.#calculating = false;
    }
  }

  copyState(): WorkbookState {
    return { sheets: this.#sheets.map((sheet) => sheet.copyState()), names: this.#names.copy(), active: this.#active };
  }

  #putBack(last: Undone): void {
    if ("cells" in last) {
      for (const { sheet, row, column, cell } of last.cells) this.find(sheet)?.put(row, column, cell);
      return;
    }
    for (const state of last.state.sheets) this.find(state.id)?.restoreState(state);
    this.#names = last.state.names.copy();
  }

  #newSheet(name: string, position: number): SheetModel {
    const state = newSheetState(`{S${this.#nextId}}`, name);
    this.#nextId += 1;
    const sheet = new SheetModel(state, () => {
      if (this.#stale && this.#automatic && !this.#calculating) this.calculate();
    });
    this.#sheets = [...this.#sheets.slice(0, position), sheet, ...this.#sheets.slice(position)];
    return sheet;
  }

  #touch(): void {
    this.#stale = true;
  }

  #mapFormulas(map: (reference: Reference, own: SheetModel) => Reference | undefined): void {
    for (const sheet of this.#sheets) {
      const changed: (readonly [number, number, WorkbookCell])[] = [];
      sheet.eachStored((cell, row, column) => {
        if (cell.formula === undefined) return;
        const formula = mapReferences(cell.formula, (reference) => map(reference, sheet));
        if (formula !== cell.formula) changed.push([row, column, { ...cell, formula }]);
      });
      for (const [row, column, cell] of changed) sheet.put(row, column, cell);
    }
    this.#names.mapReferences((reference) =>
      reference.sheet === undefined ? reference : map(reference, this.activeSheet),
    );
  }
}

function entered(cell: WorkbookCell, given: CellValue): CellPatch {
  const { value, formula, numberFormat } = parseEntry(given, cell.numberFormat);
  const format = numberFormat !== undefined && cell.numberFormat === "General" ? { numberFormat } : {};
  const calculated = formula === undefined && cell.formula === undefined ? {} : { formula };
  return { value, ...calculated, ...format };
}

const LINE_KINDS: Readonly<Record<LineChange["axis"], Readonly<Record<LineChange["type"], ChangeKind>>>> = {
  row: { insert: "rows-inserted", delete: "rows-deleted", move: "rows-moved" },
  column: { insert: "columns-inserted", delete: "columns-deleted", move: "columns-moved" },
};

function linesOf(change: LineChange): Rect {
  const first = change.type === "move" ? change.from : change.at;
  const last = first + change.count - 1;
  return change.axis === "row" ? wholeRows(first, last) : wholeColumns(first, last);
}
