import type { CellState } from "./cell.ts";
import type { BookReading, CellPlace } from "./reading.ts";
import type { SheetBook } from "./sheet-book.ts";

/**
 * A face that shows books: browser grid, .xlsx file, later Excel and WPS. Block-wise and async, because Excel is:
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
}

/** The part of AbortSignal that a pure module may know. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

export interface CellMark {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly state: CellState;
  /** undefined leaves the note, "" removes it. */
  readonly note?: string;
}

/** A face a person works in, on top of SheetHost. */
export interface LiveSheet extends SheetHost {
  select(place: CellPlace): Promise<void>;
  onSelection(listener: (selection: Selection) => void): Unsubscribe;
  /** Fires after typing, paste, fill or delete changed values; own writes do not fire. */
  onEdited(listener: () => void): Unsubscribe;
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
}
