import { encodeSnapshot, META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import { addressOf, HIDDEN_COLUMNS, HIDDEN_ROWS, parseAddress } from "#core/sheet/cell-address.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import { CELL_STATES, styleOf } from "#core/sheet/cell-state.ts";
import type { BookReading, CellPlace, ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { cornerText, isLayoutKey, rowKeyText } from "#core/sheet/row-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type {
  BookStep,
  CellKeys,
  CellMark,
  CellWrite,
  DrawOptions,
  MenuEntry,
  Selection,
  Unsubscribe,
} from "#core/sheet/sheet-host.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import type { DeskSheet } from "#addin/hosts/desk-sheet.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { ensureAsSeen } from "#addin/hosts/ensure-as-seen.ts";
import { HostFailure, type HostFailureCode } from "#addin/hosts/host-failure.ts";
import { isCellError, PLAIN_STYLE, type CellPatch } from "#test/fakes/workbook/cell-model.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { SheetState } from "#test/fakes/workbook/sheet-state.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";

export type HostCall = "attach" | "draw" | "read" | "mark" | "write" | "advance" | "undoDraw";

/**
 * The least that is a desk: a workbook in memory that outlives the host over it, as a file outlives Excel. It keeps nothing of
 * the officer's own when it draws; that is proven with the desk programs' hosts.
 */
export class MemoryHost implements DeskSheet {
  readonly workbook: WorkbookModel;
  readonly codec = deflateCodec;
  /** Every call of the session, in order: what a real desk would need a round trip for. */
  readonly calls: HostCall[] = [];
  readonly #edited = new Set<() => void>();
  readonly #stop: () => void;
  #menu: readonly MenuEntry[] = [];
  #before: readonly SheetState[] | null = null;
  #failures: (readonly [HostCall, HostFailureCode])[] = [];

  constructor(workbook: WorkbookModel) {
    this.workbook = workbook;
    workbook.calculation = "manual";
    this.#stop = workbook.on((event) => {
      if (event.type !== "change" || event.origin === "addin" || event.kind === "format") return;
      queueMicrotask(() => this.#tellEdited());
    });
  }

  /** The next call of this kind is refused by the program, with nothing done. */
  failNext(call: HostCall, code: HostFailureCode): void {
    this.#failures.push([call, code]);
  }

  async attach(): Promise<string | null> {
    this.#begin("attach");
    return this.#meta();
  }

  async draw(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    this.#begin("draw");
    options.onProgress?.(0, book.sheets.length);
    // Whoever wants to cancel has the time to.
    await Promise.resolve();
    if (options.signal?.aborted === true) throw new HostFailure("drawing-cancelled");
    ensureAsSeen(options.seen, this.#readings());
    this.#before = this.#ours().map((sheet) => sheet.copyState());
    this.#own(() => {
      const first = this.workbook.sheets[0];
      for (const sheet of this.#ours()) if (sheet !== first) this.workbook.deleteSheet(sheet);
      for (const sheet of book.sheets) this.#drawSheet(sheet);
      this.#writeMeta(options.base ?? snapshotOfBook(book));
    });
    options.onProgress?.(book.sheets.length, book.sheets.length);
  }

  async read(): Promise<BookReading> {
    this.#begin("read");
    return { sheets: this.#readings(), meta: this.#meta() };
  }

  async mark(marks: readonly CellMark[]): Promise<void> {
    this.#begin("mark");
    this.#own(() => this.#markCells(marks));
  }

  async write(cells: readonly CellWrite[]): Promise<void> {
    this.#begin("write");
    this.#own(() => this.#writeCells(cells));
    queueMicrotask(() => this.#tellEdited());
  }

  async advance({ writes, marks, base }: BookStep): Promise<void> {
    this.#begin("advance");
    this.#own(() => {
      this.#writeCells(writes);
      this.#markCells(marks);
      this.#writeMeta(base);
    });
  }

  async undoDraw(seen?: BookReading): Promise<boolean> {
    this.#begin("undoDraw");
    ensureAsSeen(seen, this.#readings());
    const before = this.#before;
    this.#before = null;
    if (!before || before.length === 0) return false;
    this.#own(() => {
      for (const state of before) {
        const sheet = this.workbook.find(state.name) ?? this.workbook.addSheet(state.name);
        sheet.restoreState({ ...state, id: sheet.id });
      }
    });
    return true;
  }

  async select(place: CellPlace): Promise<void> {
    const at = parseAddress(place.address);
    const sheet = this.workbook.find(place.sheet);
    if (at && sheet) this.#own(() => this.workbook.select(sheet, oneCell(at.row, at.column)));
  }

  onSelection(listener: (selection: Selection) => void): Unsubscribe {
    return this.workbook.on((event) => {
      if (event.type === "selection") void this.selection().then((selection) => selection && listener(selection));
    });
  }

  onEdited(listener: () => void): Unsubscribe {
    this.#edited.add(listener);
    return () => this.#edited.delete(listener);
  }

  async selection(): Promise<Selection | null> {
    const sheet = this.workbook.activeSheet;
    const { top: row, left: column } = sheet.selection;
    const rowKey = textAt(sheet, row, 0);
    const columnKey = textAt(sheet, 0, column);
    return {
      sheet: sheet.name,
      address: addressOf({ row, column }),
      rowKey: rowKey === "" || isLayoutKey(rowKey) ? null : rowKey,
      columnKey: columnKey === "" ? null : columnKey,
    };
  }

  async setMenu(entries: readonly MenuEntry[]): Promise<void> {
    this.#menu = entries;
  }

  async runEntry(id: string): Promise<boolean> {
    const selection = await this.selection();
    const entry = this.#menu.find((candidate) => candidate.id === id);
    if (entry && selection) entry.run(selection);
    return entry !== undefined && selection !== null;
  }

  async commitTyping(): Promise<void> {
    // What is typed into this workbook is typed at once.
  }

  focus(): void {
    // The workbook has no window.
  }

  async close(): Promise<void> {
    this.#stop();
    this.#edited.clear();
  }

  /** How a cell is marked now, by its colour. */
  stateOf(at: CellKeys): CellState | undefined {
    const found = this.#find(at);
    const fill = found?.sheet.stored(found.row, found.column).style.fill;
    return CELL_STATES.find((state) => styleOf(state).fill === fill);
  }

  /** @throws when there is no such cell: the test asks for a wrong one. */
  place(at: CellKeys): FoundCell {
    const found = this.#find(at);
    if (!found) throw new Error(`no cell ${JSON.stringify(at)}`);
    return found;
  }

  #begin(call: HostCall): void {
    this.calls.push(call);
    const failure = this.#failures.find(([wanted]) => wanted === call);
    if (!failure) return;
    this.#failures = this.#failures.filter((other) => other !== failure);
    throw new HostFailure(failure[1]);
  }

  #own(work: () => void): void {
    this.workbook.by("addin", work);
  }

  #tellEdited(): void {
    for (const listener of [...this.#edited]) listener();
  }

  #ours(): readonly SheetModel[] {
    return this.workbook.sheets.filter((sheet) => sheet.name === META_SHEET || cornerOf(sheet).startsWith("#sheet:"));
  }

  #readings(): readonly SheetReading[] {
    return this.#ours()
      .filter(({ name }) => name !== META_SHEET)
      .map(readSheet);
  }

  #meta(): string | null {
    const sheet = this.workbook.find(META_SHEET);
    if (!sheet) return null;
    return Array.from({ length: sheet.rowCount }, (_row, row) => textAt(sheet, row, 0)).join("");
  }

  #writeMeta(base: BaseSnapshot): void {
    const sheet = this.workbook.find(META_SHEET) ?? this.workbook.addSheet(META_SHEET);
    this.workbook.setVisibility(sheet, "veryHidden");
    const chunks = encodeSnapshot(base, this.codec);
    const rows = Math.max(chunks.length, sheet.rowCount);
    for (let row = 0; row < rows; row += 1) this.#put(sheet, [row, 0], { value: chunks[row] ?? null });
  }

  #drawSheet(sheet: Sheet): void {
    const model = this.workbook.addSheet(sheet.name);
    this.#put(model, [0, 0], { value: cornerText(sheet) });
    sheet.columns.forEach(({ key }, column) => this.#put(model, [0, column + HIDDEN_COLUMNS], { value: key }));
    sheet.rows.forEach((row, at) => {
      this.#put(model, [at + HIDDEN_ROWS, 0], { value: rowKeyText(row) });
      sheet.columns.forEach(({ key }, column) => {
        const cell = row.cells[key];
        if (cell) this.#put(model, [at + HIDDEN_ROWS, column + HIDDEN_COLUMNS], patchOf(cell));
      });
    });
  }

  #put(sheet: SheetModel, [row, column]: readonly [number, number], patch: CellPatch): void {
    this.workbook.patch(sheet, oneCell(row, column), patch);
  }

  #markCells(marks: readonly CellMark[]): void {
    const find = this.#finder();
    for (const mark of marks) this.#markCell(mark, find(mark));
  }

  #markCell({ state, ground, note }: CellMark, found: FoundCell | undefined): void {
    if (!found) return;
    const style = { ...PLAIN_STYLE, fill: styleOf(state, ground).fill };
    this.#put(found.sheet, [found.row, found.column], { style });
    if (note !== undefined) this.#put(found.sheet, [found.row, found.column], { note: note === "" ? undefined : note });
  }

  #writeCells(cells: readonly CellWrite[]): void {
    const find = this.#finder();
    for (const cell of cells) {
      const { value, formula } = cell;
      const found = find(cell);
      if (found) this.#put(found.sheet, [found.row, found.column], { value, formula });
    }
  }

  #find(at: CellKeys): FoundCell | undefined {
    return this.#finder()(at);
  }

  /** For many cells at once: each sheet's keys are read once. */
  #finder(): (at: CellKeys) => FoundCell | undefined {
    const keys = new Map(
      this.#ours().map((sheet) => [
        cornerOf(sheet),
        {
          sheet,
          rows: placesOf(sheet.rowCount, (index) => textAt(sheet, index, 0)),
          columns: placesOf(widthOf(sheet), (index) => textAt(sheet, 0, index)),
        },
      ]),
    );
    return (at) => {
      const known = keys.get(cornerText({ key: at.sheet }));
      const [row, column] = [known?.rows.get(at.row), known?.columns.get(at.column)];
      return known && row !== undefined && column !== undefined ? { sheet: known.sheet, row, column } : undefined;
    };
  }
}

interface FoundCell {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

function patchOf({ value, formula, note, state, ground, format, binding }: Cell): CellPatch {
  const style = { ...PLAIN_STYLE, fill: styleOf(state, ground).fill };
  return { value, formula, note, style, locked: binding === undefined, numberFormat: format ?? "General" };
}

function readSheet(sheet: SheetModel): SheetReading {
  const width = widthOf(sheet);
  const rows = Array.from({ length: sheet.rowCount }, (_row, row) =>
    Array.from({ length: width }, (_column, column): ReadCell => {
      const { value, formula } = sheet.stored(row, column);
      return { value: isCellError(value) ? null : value, ...(formula === undefined ? {} : { formula }) };
    }),
  );
  return { name: sheet.name, rows };
}

/** The corner stays the corner while rows and columns move beside it. */
function cornerOf(sheet: SheetModel): string {
  return textAt(sheet, 0, 0);
}

function textAt(sheet: SheetModel, row: number, column: number): string {
  const { value } = sheet.stored(row, column);
  return value === null || isCellError(value) ? "" : String(value);
}

function widthOf(sheet: SheetModel): number {
  return (sheet.usedRect()?.right ?? -1) + 1;
}

/** Of keys that stand there more than once the first place counts. */
function placesOf(length: number, keyAt: (index: number) => string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let index = 0; index < length; index += 1) {
    const key = keyAt(index);
    if (!places.has(key)) places.set(key, index);
  }
  return places;
}
