import { parseAddress } from "#core/sheet/cell-address.ts";
import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type {
  BookStep,
  CellMark,
  CellWrite,
  DrawOptions,
  MenuEntry,
  Selection,
  Unsubscribe,
} from "#core/sheet/sheet-host.ts";
import { deflateCodec } from "../deflate-codec.ts";
import type { DeskSheet } from "../desk-sheet.ts";
import { HostFailure } from "../host-failure.ts";
import { oncePerTurn } from "../once-per-turn.ts";
import { OneByOne } from "../one-by-one.ts";
import { SheetListeners } from "../sheet-listeners.ts";
import { planBook } from "../plan/plan-book.ts";
import { drawBook, undoLastDraw } from "./draw/draw-book.ts";
import { ExcelBook } from "./excel-book.ts";
import { listenTo, stopListening } from "./excel-events.ts";
import { pauseFor, runExcel, type ExcelRun, type Pause } from "./excel-run.ts";
import { filledRectangle } from "./cells/filled-rectangle.ts";
import { metaWriter, textChunks } from "./draw/kept-ops.ts";
import { changeWithFormulas, changeWithNotes, markChanges, rememberMarks, writeChanges } from "./cells/cell-changes.ts";

/** Excel's face of a book, over Office.js. */
export class ExcelHost implements DeskSheet {
  readonly #pause: Pause;
  readonly #turns = new OneByOne();
  readonly #book = new ExcelBook(deflateCodec);
  readonly #listeners = new SheetListeners();
  readonly #tellEdit = oncePerTurn(() => {
    if (!this.#isClosed) this.#listeners.tellEdited();
  });
  #menu: readonly MenuEntry[] = [];
  #handlers: Awaited<ReturnType<typeof listenTo>> = [];
  #isSelectionAsked = false;
  #isClosed = false;

  constructor(pause: Pause = pauseFor) {
    this.#pause = pause;
  }

  /** Listens to the workbook. @throws HostFailure */
  async open(): Promise<void> {
    this.#handlers = await this.#act((run) =>
      listenTo(run, {
        edited: (change) => {
          if (this.#book.noteChange(change)) this.#tellEdit();
        },
        selected: () => this.#askSelection(),
      }),
    );
  }

  async draw(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    await this.#act(async (run) => {
      const plan = planBook(book, deflateCodec, options.base);
      await drawBook(run, this.#book, { plan, task: { ...options, keepsBefore: true, identity: book.identity } });
    });
  }

  read(): Promise<BookReading> {
    return this.#act((run) => this.#book.read(run));
  }

  async mark(marks: readonly CellMark[]): Promise<void> {
    if (marks.length === 0) return;
    await this.#act(async (run) => {
      await changeWithNotes(run, this.#book, { changes: markChanges(this.#book, marks) });
      rememberMarks(this.#book, marks);
    });
  }

  async write(cells: readonly CellWrite[]): Promise<void> {
    if (cells.length === 0) return;
    await this.#act((run) => changeWithFormulas(run, this.#book, cells));
    this.#tellEdit();
  }

  async advance({ writes, marks, base }: BookStep): Promise<void> {
    await this.#act(async (run) => {
      const before = this.#book.meta ?? (await this.#book.read(run)).meta ?? "";
      const chunks = encodeSnapshot(base, deflateCodec);
      const also = { queue: metaWriter(chunks), putBack: metaWriter(textChunks(before)) };
      const changes = [...writeChanges(this.#book, writes), ...markChanges(this.#book, marks)];
      await changeWithNotes(run, this.#book, { changes, also });
      this.#book.meta = chunks.join("");
      rememberMarks(this.#book, marks);
    });
  }

  /** Excel's interface for add-ins selects rectangles only: further cells come along where all of them fill one. */
  async select(place: CellPlace, also: readonly string[] = []): Promise<void> {
    if (!parseAddress(place.address)) return;
    const address = filledRectangle([place.address, ...also]) ?? place.address;
    await this.#act(async (run) => {
      const sheet = await run.step(({ worksheets }) => {
        const found = worksheets.getItemOrNullObject(place.sheet);
        found.activate();
        found.getRange(address).select();
        return found.load("name");
      });
      if (sheet.isNullObject) throw new HostFailure("sheet-gone", "", { sheet: place.sheet, address: place.address });
    });
  }

  onSelection(listener: (selection: Selection) => void): Unsubscribe {
    return this.#listeners.onSelection(listener);
  }

  onEdited(listener: () => void): Unsubscribe {
    return this.#listeners.onEdited(listener);
  }

  /** Excel gives nothing to the page while a cell is edited: whoever reads next waits for the end of it, or says so. */
  async commitTyping(): Promise<void> {
    await Promise.resolve();
  }

  /** F6 goes round Excel's panes by itself; what can be done from here is to take the keyboard out of the page. */
  focus(): void {
    if (typeof document !== "undefined" && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  async setMenu(entries: readonly MenuEntry[]): Promise<void> {
    this.#menu = entries;
  }

  async runEntry(id: string): Promise<boolean> {
    const entry = this.#menu.find((candidate) => candidate.id === id);
    const selection = entry && (await this.selection());
    if (!entry || !selection) return false;
    entry.run(selection);
    return true;
  }

  async selection(): Promise<Selection | null> {
    try {
      return await this.#act((run) => this.#book.selection(run));
    } catch (error) {
      // A picture or a chart is selected.
      if (error instanceof HostFailure && error.code === "sheet-gone") return null;
      throw error;
    }
  }

  attach(): Promise<string | null> {
    return this.#act((run) => this.#book.attach(run));
  }

  undoDraw(seen?: BookReading): Promise<boolean> {
    return this.#act((run) => undoLastDraw(run, this.#book, seen));
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    await this.#turns.do(() => stopListening(this.#handlers));
    this.#handlers = [];
  }

  #act<T>(work: (run: ExcelRun) => Promise<T>): Promise<T> {
    return this.#turns.do(() => runExcel(work, this.#pause));
  }

  /** While one answer is on its way, later cells need no question of their own: it tells where the officer is by then. */
  #askSelection(): void {
    if (this.#isSelectionAsked || this.#isClosed || !this.#listeners.areForSelection) return;
    this.#isSelectionAsked = true;
    queueMicrotask(() => void this.#tellSelection());
  }

  async #tellSelection(): Promise<void> {
    try {
      const selection = await this.#act((run) => {
        this.#isSelectionAsked = false;
        return this.#book.selection(run);
      });
      if (!this.#isClosed) this.#listeners.tellSelection(selection);
    } catch (error) {
      this.#isSelectionAsked = false;
      // Where the officer is, is told again as soon as he goes on; what he does himself says why it fails.
      if (!(error instanceof HostFailure)) throw error;
    }
  }
}
