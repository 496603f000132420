import { encodeSnapshot } from "#core/sheet/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/parse-snapshot.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
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
import type { SnapshotCodec } from "#core/sheet/snapshot-codec.ts";
import { deflateCodec } from "../deflate-codec.ts";
import type { DeskSheet } from "../desk-sheet.ts";
import { HostFailure } from "../host-failure.ts";
import { encodeBefore, parseBefore } from "../plan/standing/kept-frame.ts";
import { planBook } from "../plan/plan-book.ts";
import { planOfStanding } from "../plan/standing/standing-sheet.ts";
import { type DeskEvents, watchDesk } from "./desk-events.ts";
import { drawBook, readStanding, type StandingBook, type WantedBook } from "./draw/draw-book.ts";
import { ensureWanted } from "./draw/draw-run.ts";
import { CellFinder, cellReverse, markCell, writeCell } from "./cells/mark-cells.ts";
import { KEPT, keptPieces, ourSheets, readKept, sheetNamed } from "./cells/our-sheets.ts";
import { quietly, withoutCalculating } from "./quietly.ts";
import { readSelection } from "./cells/read-selection.ts";
import { Rollback } from "./draw/rollback.ts";
import type { WpsApplication, WpsRange, WpsWorkbook, WpsWorksheet } from "./wps-application.ts";
import { pause, untilReady, wpsFailure } from "./wps-failure.ts";
import { readKeys, readSheet } from "./cells/wps-read.ts";

/** Cells that are marked before the page may breathe. */
const CELLS_BETWEEN_BREATHS = 200;

/** The WPS face of a book: sheets in the workbook that is open beside the pane. */
export class WpsHost implements DeskSheet {
  readonly #app: WpsApplication;
  readonly #codec: SnapshotCodec;
  readonly #events: DeskEvents;
  readonly #selectionListeners = new Set<(selection: Selection) => void>();
  readonly #editListeners = new Set<() => void>();
  #workbook: WpsWorkbook | null = null;
  #entries: readonly MenuEntry[] = [];
  /** One action after the other: two at once would see each other half done. */
  #last: Promise<unknown> = Promise.resolve();
  /** Cells marked since the draw, and whether everything since then was seen. */
  #marked = new Set<string>();
  #isFrameSure = false;
  #selectionTold = "";

  constructor(app: WpsApplication, codec: SnapshotCodec = deflateCodec) {
    this.#app = app;
    this.#codec = codec;
    this.#workbook = app.ActiveWorkbook ?? null;
    this.#events = watchDesk(app, {
      selected: () => this.#tellSelection(),
      edited: (sheet) => this.#tellEdit(sheet),
    });
  }

  draw(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    return this.#act(async (workbook) => {
      ensureWanted(options);
      const plan = planBook(book, this.#codec, options.base);
      const standing = await readStanding(workbook, this.#codec);
      const before = parseSnapshot(standing.meta, this.#codec);
      const isSameBook = !before.ok || isOfSame(before.value.identity, book.identity);
      await this.#redraw({ workbook, standing, options }, { plan, isSameBook, before: this.#imageOf(standing) });
    });
  }

  undoDraw(): Promise<boolean> {
    return this.#act(async (workbook) => {
      const image = parseBefore(readKept(workbook, KEPT.before), this.#codec);
      if (!image) return false;
      const standing = await readStanding(workbook, this.#codec);
      const [now, then] = [standing.meta, image.meta].map((meta) => parseSnapshot(meta, this.#codec));
      const isSameBook = !now?.ok || !then?.ok || isOfSame(now.value.identity, then.value.identity);
      const meta = keptPieces(image.meta);
      const plan = { sheets: image.sheets.map(planOfStanding), names: image.names, meta };
      await this.#redraw({ workbook, standing, options: {} }, { plan, isSameBook, before: [] });
      return true;
    });
  }

  read(): Promise<BookReading> {
    return this.#next(async (workbook) => {
      const sheets = [];
      for (const { sheet } of ourSheets(workbook)) sheets.push(await readSheet(sheet));
      return { sheets, meta: readKept(workbook, KEPT.base) };
    });
  }

  attach(): Promise<string | null> {
    return this.#next(async (workbook) => {
      return ourSheets(workbook).length === 0 ? null : readKept(workbook, KEPT.base);
    });
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return this.#act(async (workbook) => {
      const finder = new CellFinder(ourSheets(workbook));
      await this.#eachCell(finder, marks, (range, mark) => {
        this.#marked.add(cellName(mark));
        markCell(range, mark);
      });
    });
  }

  write(cells: readonly CellWrite[]): Promise<void> {
    return this.#act(async (workbook) => {
      const finder = new CellFinder(ourSheets(workbook));
      await this.#eachCell(finder, cells, writeCell);
      if (cells.length > 0) this.#events.tellEdited();
    });
  }

  advance({ writes, marks, base }: BookStep): Promise<void> {
    return this.#act(async (workbook) => {
      const rollback = new Rollback(workbook);
      const finder = new CellFinder(ourSheets(workbook));
      const kept = new Set<string>();
      const keep = (range: WpsRange, keys: CellKeys) => {
        if (!kept.has(cellName(keys))) rollback.add(cellReverse(range));
        kept.add(cellName(keys));
      };
      const marked = this.#marked;
      try {
        await this.#eachCell(finder, writes, (range, write) => {
          keep(range, write);
          writeCell(range, write);
        });
        this.#marked = new Set([...marked, ...marks.map(cellName)]);
        await this.#eachCell(finder, marks, (range, mark) => {
          keep(range, mark);
          markCell(range, mark);
        });
        rollback.writeKept(KEPT.base, encodeSnapshot(base, this.#codec));
      } catch (error) {
        this.#marked = marked;
        rollback.putBack();
        throw error;
      }
    });
  }

  async commitTyping(): Promise<void> {
    try {
      await untilReady(this.#app);
    } catch (error) {
      throw wpsFailure(this.#app, error);
    }
  }

  select({ sheet: name, address }: CellPlace): Promise<void> {
    return this.#act(async (workbook) => {
      const sheet = sheetNamed(workbook, name);
      if (!sheet) throw new HostFailure("sheet-gone", name);
      sheet.Activate();
      this.#app.Goto(sheet.Range(address));
      this.#events.tellSelected();
    });
  }

  async selection(): Promise<Selection | null> {
    return this.#selection();
  }

  onSelection(listener: (selection: Selection) => void): Unsubscribe {
    this.#selectionListeners.add(listener);
    return () => this.#selectionListeners.delete(listener);
  }

  onEdited(listener: () => void): Unsubscribe {
    this.#editListeners.add(listener);
    return () => this.#editListeners.delete(listener);
  }

  async setMenu(entries: readonly MenuEntry[]): Promise<void> {
    this.#entries = entries;
  }

  async runEntry(id: string): Promise<boolean> {
    const entry = this.#entries.find((candidate) => candidate.id === id);
    const selection = this.#selection();
    if (!entry || !selection) return false;
    entry.run(selection);
    return true;
  }

  /** @returns null: none is open, or the program does not say just now. */
  bookName(): string | null {
    return this.#unlessBusy(() => this.#open().FullName);
  }

  /** Is it our workbook that the officer looks at? */
  isInFront(): boolean {
    const name = this.bookName();
    return name !== null && this.#unlessBusy(() => this.#app.ActiveWorkbook?.FullName ?? null) === name;
  }

  focus(): void {
    this.#app.ActiveWindow.Activate();
  }

  async close(): Promise<void> {
    this.#events.close();
    this.#selectionListeners.clear();
    this.#editListeners.clear();
    await this.#last.catch((error: unknown) => error);
  }

  /** Quietly. */
  #act<T>(work: (workbook: WpsWorkbook) => Promise<T>): Promise<T> {
    return this.#next((workbook) => this.#events.own(() => quietly(this.#app, () => work(workbook))));
  }

  /** One after the other, every failure by name. */
  #next<T>(work: (workbook: WpsWorkbook) => Promise<T>): Promise<T> {
    const run = async () => {
      try {
        await untilReady(this.#app);
        return await work(this.#open());
      } catch (error) {
        throw wpsFailure(this.#app, error);
      }
    };
    const next = this.#last.then(run, run);
    this.#last = next;
    return next;
  }

  /** The workbook that the pane was opened beside; another one that comes to the front later is not ours. */
  #open(): WpsWorkbook {
    this.#workbook ??= this.#app.ActiveWorkbook ?? null;
    if (!this.#workbook) throw new HostFailure("sheet-gone", "no workbook is open");
    return this.#workbook;
  }

  async #redraw(
    {
      workbook,
      standing,
      options,
    }: { readonly workbook: WpsWorkbook; readonly standing: StandingBook; readonly options: DrawOptions },
    wish: Pick<WantedBook, "plan" | "isSameBook" | "before">,
  ): Promise<void> {
    const base = parseSnapshot(standing.meta, this.#codec);
    const drawn = new Map(
      base.ok
        ? base.value.sheets.map(({ key, rows, columns }) => [
            key,
            { rows: new Set(rows.map((row) => row.key)), columns: new Set(columns) },
          ])
        : [],
    );
    const wanted: WantedBook = {
      ...wish,
      wasDrawn: (sheet, rowKey) => drawn.get(sheet)?.rows.has(rowKey) === true,
      wasDrawnColumn: (sheet, columnKey) => drawn.get(sheet)?.columns.has(columnKey) ?? true,
      isMarked: (sheet, row, column) => this.#marked.size > 0 && this.#marked.has(cellName({ sheet, row, column })),
      isFrameSure: this.#isFrameSure,
    };
    const place = { app: this.#app, workbook, codec: this.#codec };
    await withoutCalculating(this.#app, () => drawBook(place, { standing, wanted }, options));
    this.#marked = new Set();
    this.#isFrameSure = true;
    this.#selectionTold = "";
  }

  /** Of nothing there is no image. */
  #imageOf({ meta, names, sheets }: StandingBook): readonly string[] {
    return sheets.length === 0 ? [] : encodeBefore({ meta: meta ?? "", names, sheets }, this.#codec);
  }

  async #eachCell<T extends CellKeys>(
    finder: CellFinder,
    cells: readonly T[],
    work: (range: WpsRange, cell: T) => void,
  ): Promise<void> {
    for (const [at, cell] of cells.entries()) {
      const found = finder.cell(cell);
      if (found) work(found.range, cell);
      if (at % CELLS_BETWEEN_BREATHS === CELLS_BETWEEN_BREATHS - 1) await pause();
    }
  }

  #selection(): Selection | null {
    return this.isInFront() ? readSelection(this.#app) : null;
  }

  #tellSelection(): void {
    const selection = this.#unlessBusy(() => this.#selection());
    const text = JSON.stringify(selection);
    if (!selection || text === this.#selectionTold) return;
    this.#selectionTold = text;
    for (const listener of this.#selectionListeners) listener(selection);
  }

  /** Where it cannot be told whose sheet it was, the diff will. */
  #tellEdit(sheet: WpsWorksheet | undefined): void {
    const isOurs = sheet === undefined || this.#unlessBusy(() => readKeys(sheet) !== undefined);
    if (isOurs === false) return;
    for (const listener of this.#editListeners) listener();
  }

  /** Events come at any time, and nobody waits for an answer: null where the program gives none just now. */
  #unlessBusy<T>(ask: () => T): T | null {
    try {
      return ask();
    } catch (error) {
      if (error instanceof Error) return null;
      throw error;
    }
  }
}

function cellName({ sheet, row, column }: CellKeys): string {
  return JSON.stringify([sheet, row, column]);
}

function isOfSame(
  before: { readonly kind: string; readonly subject: string },
  now: { readonly kind: string; readonly subject: string },
): boolean {
  return before.kind === now.kind && before.subject === now.subject;
}
