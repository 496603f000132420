import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { BookReading, CellPlace, SheetReading } from "#core/sheet/reading.ts";
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
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { deflateCodec } from "../deflate-codec.ts";
import type { DeskSheet } from "../desk-sheet.ts";
import { ensureAsSeen } from "../ensure-as-seen.ts";
import { HostFailure } from "../host-failure.ts";
import { SheetListeners } from "../sheet-listeners.ts";
import { encodeBefore, parseBefore } from "../plan/standing/kept-frame.ts";
import { planBook } from "../plan/plan-book.ts";
import { planOfStanding } from "../plan/standing/standing-sheet.ts";
import { type DeskEvents, watchDesk } from "./desk-events.ts";
import { drawBook, readStanding, type StandingBook, type WantedBook } from "./draw/draw-book.ts";
import { ensureWanted } from "./draw/draw-run.ts";
import { CellFinder, cellReverse, markCell, writeCell } from "./cells/mark-cells.ts";
import { KEPT, keptPieces, ourSheets, readKept, sheetNamed } from "./cells/our-sheets.ts";
import { unionAddress } from "./cells/union-address.ts";
import { quietly, withoutCalculating } from "./quietly.ts";
import { readSelection } from "./cells/read-selection.ts";
import { Rollback } from "./draw/rollback.ts";
import type { WpsApplication, WpsRange, WpsWorkbook, WpsWorksheet } from "./wps-application.ts";
import { WpsBook } from "./wps-book.ts";
import { pause, untilReady, wpsFailure } from "./wps-failure.ts";
import { readKeys, readSheet } from "./cells/wps-read.ts";

/** Cells that are marked before the page may breathe. */
const CELLS_BETWEEN_BREATHS = 200;

/** The WPS face of a book: sheets in the workbook that is open beside the pane. */
export class WpsHost implements DeskSheet {
  readonly #app: WpsApplication;
  readonly #codec: SnapshotCodec;
  readonly #events: DeskEvents;
  readonly #listeners = new SheetListeners();
  readonly #book: WpsBook;
  #entries: readonly MenuEntry[] = [];
  /** Cells marked since the draw, and whether everything since then was seen. */
  #marked = new Set<string>();
  #isFrameSure = false;

  constructor(app: WpsApplication, codec: SnapshotCodec = deflateCodec) {
    this.#app = app;
    this.#codec = codec;
    this.#book = new WpsBook(app);
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
      ensureAsSeen(options.seen, standingReadings(standing));
      const before = parseSnapshot(standing.meta, this.#codec);
      const isSameBook = !before.ok || isOfSame(before.value.identity, book.identity);
      await this.#redraw({ workbook, standing, options }, { plan, isSameBook, before: this.#imageOf(standing) });
    });
  }

  undoDraw(seen?: BookReading): Promise<boolean> {
    return this.#act(async (workbook) => {
      const image = parseBefore(readKept(workbook, KEPT.before), this.#codec);
      if (!image) return false;
      const standing = await readStanding(workbook, this.#codec);
      ensureAsSeen(seen, standingReadings(standing));
      const [now, then] = [standing.meta, image.meta].map((meta) => parseSnapshot(meta, this.#codec));
      const isSameBook = !now?.ok || !then?.ok || isOfSame(now.value.identity, then.value.identity);
      const meta = keptPieces(image.meta);
      const plan = { sheets: image.sheets.map(planOfStanding), names: image.names, meta };
      await this.#redraw({ workbook, standing, options: {} }, { plan, isSameBook, before: [] });
      return true;
    });
  }

  read(): Promise<BookReading> {
    return this.#book.do(async (workbook) => {
      const sheets = [];
      for (const { sheet } of ourSheets(workbook)) sheets.push(await readSheet(sheet));
      return { sheets, meta: readKept(workbook, KEPT.base) };
    });
  }

  attach(): Promise<string | null> {
    return this.#book.do(async (workbook) => {
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

  select({ sheet: name, address }: CellPlace, also: readonly string[] = []): Promise<void> {
    return this.#act(async (workbook) => {
      const sheet = sheetNamed(workbook, name);
      if (!sheet) throw new HostFailure("sheet-gone", name);
      sheet.Activate();
      this.#app.Goto(sheet.Range(unionAddress([address, ...also])));
      this.#events.tellSelected();
    });
  }

  async selection(): Promise<Selection | null> {
    return this.#selection();
  }

  onSelection(listener: (selection: Selection) => void): Unsubscribe {
    return this.#listeners.onSelection(listener);
  }

  onEdited(listener: () => void): Unsubscribe {
    return this.#listeners.onEdited(listener);
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
    return this.#book.name();
  }

  /** Is it our workbook that the officer looks at? */
  isInFront(): boolean {
    return this.#book.isInFront();
  }

  focus(): void {
    this.#app.ActiveWindow.Activate();
  }

  async close(): Promise<void> {
    this.#events.close();
    this.#listeners.clear();
    await this.#book.untilDone();
  }

  /** Quietly. */
  #act<T>(work: (workbook: WpsWorkbook) => Promise<T>): Promise<T> {
    return this.#book.do((workbook) => this.#events.own(() => quietly(this.#app, () => work(workbook))));
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
      isFrameSure: this.#isFrameSure && options.repaint !== true,
    };
    const place = { app: this.#app, workbook, codec: this.#codec };
    await withoutCalculating(this.#app, () => drawBook(place, { standing, wanted }, options));
    this.#marked = new Set();
    this.#isFrameSure = true;
    this.#listeners.forgetSelection();
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
    const selection = this.#book.unlessBusy(() => this.#selection());
    if (selection) this.#listeners.tellSelection(selection);
  }

  /** Where it cannot be told whose sheet it was, the diff will. */
  #tellEdit(sheet: WpsWorksheet | undefined): void {
    const isOurs = sheet === undefined || this.#book.unlessBusy(() => readKeys(sheet) !== undefined);
    if (isOurs !== false) this.#listeners.tellEdited();
  }
}

function standingReadings({ sheets }: StandingBook): readonly SheetReading[] {
  return sheets.map(({ reading }) => reading);
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
