import { type IDisposable, ICommandService, UniverInstanceType, type IRange, type Worksheet } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/preset-sheets-core";
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { Cell } from "#core/sheet/cell.ts";
import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { workbookData, type GridIds } from "./draw/book-to-workbook.ts";
import type { Pace } from "./draw/pace.ts";
import type { OpenUniver } from "./create-univer.ts";
import { storedCodec } from "./stored-codec.ts";
import { guardOf, SET_VALUES, type CellMatrix, type SheetGuard } from "./edit/grid-guard.ts";

export interface ActiveCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly range: IRange;
}

export interface CellKey {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
}

interface Drawn {
  readonly book: SheetBook;
  readonly ids: GridIds;
  readonly guards: ReadonlyMap<string, SheetGuard>;
}

/** A book as Univer takes it in. */
export interface Prepared {
  readonly book: SheetBook;
  readonly ids: GridIds;
  readonly data: Awaited<ReturnType<typeof workbookData>>;
}

/** The book that Univer shows now, and the only way to write into it without asking the guard. */
export class GridBoard {
  readonly #open: OpenUniver;
  #drawn: Drawn | null = null;
  /** What was issued, where that is not the drawn book itself. */
  #base: BaseSnapshot | null = null;
  #meta: string | null = null;
  #draws = 0;
  #ownWrites = 0;

  constructor(open: OpenUniver) {
    this.#open = open;
  }

  get commands(): ICommandService {
    return this.#open.univer.__getInjector().get(ICommandService);
  }

  get book(): SheetBook {
    return this.#current().book;
  }

  setBase(base: BaseSnapshot | null): void {
    this.#base = base;
    this.#meta = null;
  }

  /** The base snapshot of what was drawn (W2a), as it would stand in a very-hidden sheet. */
  get meta(): string {
    this.#meta ??= encodeSnapshot(this.#base ?? snapshotOfBook(this.book), storedCodec).join("");
    return this.#meta;
  }

  get isDrawn(): boolean {
    return this.#drawn !== null;
  }

  get isWriting(): boolean {
    return this.#ownWrites > 0;
  }

  /** @param pace null: in one go */
  async prepare(book: SheetBook, pace: Pace | null): Promise<Prepared> {
    this.#draws += 1;
    const unitId = `book${this.#draws}`;
    const sheetIds = new Map(book.sheets.map((sheet, index) => [sheet.key, `${unitId}-${index}`]));
    const ids: GridIds = { unitId, sheetIds };
    return { book, ids, data: await workbookData(book, { ids, locale: this.#open.locale, pace }) };
  }

  /**
   * A book that Univer does not take leaves the one before.
   * @returns removes the old unit: only when the new one is painted, else Univer still looks for the old one.
   */
  replace({ book, ids, data }: Prepared): () => void {
    const before = this.#drawn;
    this.own(() => this.#open.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data));
    this.setBase(null);
    const guards = new Map(book.sheets.map((sheet) => [ids.sheetIds.get(sheet.key) ?? "", guardOf(sheet)]));
    this.#drawn = { book, ids, guards };
    return () => {
      if (before) this.own(() => this.#open.api.disposeUnit(before.ids.unitId));
    };
  }

  /** Everything done inside is the host's own: neither vetoed nor told as an edit. */
  own<T>(work: () => T): T {
    this.#ownWrites += 1;
    try {
      return work();
    } finally {
      this.#ownWrites -= 1;
    }
  }

  write(sheetKey: string, cellValue: CellMatrix): void {
    this.run(SET_VALUES, { unitId: this.unitId, subUnitId: this.sheetId(sheetKey), cellValue });
  }

  /** Looks alone: told so, Univer neither gathers the formulas of the whole book anew nor counts them again. */
  dress(sheetKey: string, cellValue: CellMatrix): void {
    const trigger = "sheet.command.set-style";
    this.run(SET_VALUES, { unitId: this.unitId, subUnitId: this.sheetId(sheetKey), cellValue, trigger });
  }

  run(command: string, params: object): void {
    this.own(() => this.commands.syncExecuteCommand(command, params));
  }

  get unitId(): string {
    return this.#current().ids.unitId;
  }

  sheetId(key: string): string {
    const id = this.#current().ids.sheetIds.get(key);
    if (id === undefined) throw new Error(`no sheet ${key} is drawn`);
    return id;
  }

  sheetOfId(id: string): Sheet | undefined {
    return this.#drawn?.book.sheets.find(({ key }) => this.#drawn?.ids.sheetIds.get(key) === id);
  }

  /** undefined for everything that is not a sheet of the drawn book: Univer's editors are units of their own. */
  guard(unitId: string, sheetId: string): SheetGuard | undefined {
    return this.#drawn?.ids.unitId === unitId ? this.#drawn.guards.get(sheetId) : undefined;
  }

  cell(at: CellKey): { readonly cell: Cell | undefined; readonly kind: Sheet["rows"][number]["kind"] } {
    const row = this.book.sheets.find(({ key }) => key === at.sheet)?.rows.find(({ key }) => key === at.row);
    return { cell: row?.cells[at.column], kind: row?.kind ?? "data" };
  }

  get workbook(): FWorkbook {
    const workbook = this.#open.api.getWorkbook(this.unitId);
    if (!workbook) throw new Error("the drawn book is gone");
    return workbook;
  }

  worksheet(key: string): Worksheet {
    const worksheet = this.workbook.getWorkbook().getSheetBySheetId(this.sheetId(key));
    if (!worksheet) throw new Error(`the drawn sheet ${key} is gone`);
    return worksheet;
  }

  /** Tells about clicks with the mouse, by the link of the clicked cell; moving with the keyboard opens nothing. */
  onLink(listener: (link: string) => void): IDisposable {
    const { api } = this.#open;
    return api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
      const sheet = this.sheetOfId(worksheet.getSheetId());
      const key = sheet?.columns[column - HIDDEN_COLUMNS]?.key;
      const link = key === undefined ? undefined : sheet?.rows[row - HIDDEN_ROWS]?.cells[key]?.link;
      if (link !== undefined) listener(link);
    });
  }

  active(): ActiveCell | undefined {
    if (!this.#drawn) return undefined;
    const range = this.workbook.getActiveRange();
    const sheet = this.sheetOfId(this.workbook.getActiveSheet().getSheetId());
    if (!range || !sheet) return undefined;
    return { sheet, row: range.getRow(), column: range.getColumn(), range: range.getRange() };
  }

  /** Every range that is selected in the front sheet. */
  ranges(): readonly IRange[] {
    const selection = this.workbook.getActiveSheet().getSelection();
    return selection?.getActiveRangeList().map((range) => range.getRange()) ?? [];
  }

  #current(): Drawn {
    if (!this.#drawn) throw new Error("no book is drawn");
    return this.#drawn;
  }
}
