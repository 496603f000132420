import type { BaseSnapshot } from "./snapshot/base-snapshot.ts";
import type { CellState, CellValue } from "./cell.ts";
import type { BookReading, CellPlace } from "./reading.ts";
import type { SheetBook } from "./sheet-book.ts";

/**
 * A face that shows books: browser grid, .xlsx file, Excel, WPS. Block-wise and async, because Excel is:
 * one call, one round trip. All or nothing: a failed draw leaves what was there.
 */
export interface SheetHost {
  draw(book: SheetBook, options?: DrawOptions): Promise<void>;
  /** Everything in the book's sheets, as it stands now. */
  read(): Promise<BookReading>;
  /** Sets state and note of cells addressed by key, wherever they stand now. */
  mark(marks: readonly CellMark[]): Promise<void>;
}

export interface DrawOptions {
  readonly signal?: AbortSignalLike;
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * The base that is issued with the book, where the book already shows values that nobody sent yet. Absent: the book's own
   * (snapshotOfBook). With the drawn values in it, a workbook opened again would not find what is unsent (W2a).
   */
  readonly base?: BaseSnapshot;
  /**
   * What the caller has read and planned from. Where a cell holds something else by now, somebody typed meanwhile: nothing is
   * drawn, and a failure with the code "typed-meanwhile" says so. What is typed once the drawing has begun stays typed too.
   */
  readonly seen?: BookReading;
  /** Looks, locks and rules stand no longer where they were drawn: rows were sorted without their keys. */
  readonly repaint?: boolean;
}

/** The part of AbortSignal that a pure module may know. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

/** A cell by the keys of its sheet, row and column, wherever it stands now. */
export interface CellKeys {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
}

export interface CellMark extends CellKeys {
  readonly state: CellState;
  /** As in a cell: whose colours stay below the state. */
  readonly ground?: CellState;
  /** undefined leaves the note, "" removes it. */
  readonly note?: string;
}

/** What comes into a cell; with a formula (without "="), the value is only shown until the host calculates. */
export interface CellWrite extends CellKeys {
  readonly value: CellValue;
  readonly formula?: string;
}

/** What moves a drawn book on without drawing it again. */
export interface BookStep {
  /** Into cells that may be typed into; a key that is gone is left out. */
  readonly writes: readonly CellWrite[];
  readonly marks: readonly CellMark[];
  /** Takes the place of the base snapshot that was issued with the book. */
  readonly base: BaseSnapshot;
}

/** A face a person works in, on top of SheetHost. */
export interface LiveSheet extends SheetHost {
  /** @param also further cells of the same sheet, by address: selected with it where the host holds several at once */
  select(place: CellPlace, also?: readonly string[]): Promise<void>;
  onSelection(listener: (selection: Selection) => void): Unsubscribe;
  /** Fires after typing, paste, fill or delete changed values; own writes do not fire. */
  onEdited(listener: () => void): Unsubscribe;
  /**
   * Puts values into cells as the officer would: a change taken back, "theirs" after a conflict, a formula restored.
   * A key that is gone is left out. Tells onEdited, as typing would.
   */
  write(cells: readonly CellWrite[]): Promise<void>;
  /**
   * After a push: values, marks and the new base at once, in one round trip and all or nothing, so that a workbook opened
   * again never shows what was sent as a change. `read` gives the new base from then on. Does not tell onEdited.
   */
  advance(step: BookStep): Promise<void>;
  /** Takes what is being typed into a cell as typed: before changes are listed or sent. */
  commitTyping(): Promise<void>;
  /** Puts the keyboard into the sheet (F6), as far as the host allows. */
  focus(): void;
  setMenu(entries: readonly MenuEntry[]): Promise<void>;
}

export type Unsubscribe = () => void;

export interface Selection extends CellPlace {
  /** null where no record stands behind the row. */
  readonly rowKey: string | null;
  readonly columnKey: string | null;
}

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly run: (selection: Selection) => void;
  /** Left out: offered everywhere. */
  readonly offered?: (selection: Selection) => boolean;
}
