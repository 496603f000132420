/** Our sheets in the open workbook, as far as is remembered between two actions of the officer. */
import { addressOf } from "#core/sheet/cell-address.ts";
import { isLayoutKey } from "#core/sheet/row-key.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { keyPositions } from "../plan/standing/key-positions.ts";
import { parseFrame } from "../plan/standing/kept-frame.ts";
import { touchesKeys, type SheetChange } from "./excel-events.ts";
import type { ExcelRun } from "./excel-run.ts";
import { findSheets, queueFacts } from "./cells/find-sheets.ts";
import type { KeyedBook } from "./cells/keyed-cells.ts";
import { DrawnCells, type DrawnCell, type KnownBook, type KnownSheet } from "./known-book.ts";
import { locateKeys } from "./cells/locate-keys.ts";
import { SheetReader, type ReadBook } from "./cells/read-sheets.ts";

export class ExcelBook implements KeyedBook {
  readonly codec: SnapshotCodec;
  readonly reader = new SheetReader();
  readonly #stale = new Set<string>();
  /** This Excel sets no notes on protected sheets: it was tried. */
  setsNotesAlone = false;
  /** The base snapshot's text as it stood last; null: not read yet. */
  meta: string | null = null;
  #known: KnownBook | null = null;
  #drawn: DrawnCells | null = null;

  constructor(codec: SnapshotCodec) {
    this.codec = codec;
  }

  get known(): KnownBook | null {
    return this.#known;
  }

  remember(known: KnownBook | null): void {
    this.#known = known;
    this.#drawn = known?.frame ? new DrawnCells(known.frame) : null;
    this.#stale.clear();
    this.meta = null;
  }

  /** How the cell was drawn; undefined where nobody knows. */
  drawnCell(sheet: string, row: string, column: string): DrawnCell | undefined {
    return this.#drawn?.find(sheet, row, column);
  }

  sheet(key: string): KnownSheet | undefined {
    return this.#known?.sheets.find((sheet) => sheet.key === key);
  }

  isStale(id: string): boolean {
    return this.#stale.has(id);
  }

  /** @returns whether it happened in one of our sheets */
  noteChange({ sheetId, address, isStructure }: SheetChange): boolean {
    const sheet = this.#known?.sheets.find(({ id }) => id === sheetId);
    if (sheet && (isStructure || touchesKeys(address, sheet.positions))) this.#stale.add(sheetId);
    return sheet !== undefined;
  }

  async locate(run: ExcelRun, ids: readonly string[]): Promise<void> {
    const sheets = this.#known?.sheets.filter(({ id }) => ids.includes(id)) ?? [];
    // What happens while Excel answers makes them stale again.
    for (const { id } of sheets) this.#stale.delete(id);
    const positions = await locateKeys(run, sheets);
    this.#update((sheet) => ({ ...sheet, positions: positions.get(sheet.id) ?? sheet.positions }));
  }

  /** @returns text of the very-hidden sheet; null: nothing of ours is in this workbook */
  async attach(run: ExcelRun): Promise<string | null> {
    const first = await run.step((workbook) => {
      const meta = workbook.worksheets.getItemOrNullObject(META_SHEET);
      const column = (letters: string) => meta.getRange(letters).getUsedRangeOrNullObject(true).load("values");
      return { facts: queueFacts(workbook), base: column("A:A"), frame: column("B:B") };
    });
    const meta = chunksText(first.base);
    this.remember(null);
    if (meta === null) return null;
    const found = await findSheets(run, first.facts().tabs);
    const frame = parseFrame(chunksText(first.frame), this.codec);
    const sheets = found.map(({ id, tab, key, keyRow, keyColumn }) => ({
      ...{ id, tab, key },
      positions: { keyRow, keyColumn, rows: new Map<string, number>(), columns: new Map<string, number>() },
    }));
    this.remember({ sheets: inDrawnOrder(sheets, frame), frame, isFrameSure: false, marks: new Map() });
    this.meta = meta;
    for (const { id } of sheets) this.#stale.add(id);
    return meta;
  }

  /** Everything in our sheets as it stands now; where one is missing, it is looked for once more. */
  async read(run: ExcelRun): Promise<BookReading> {
    if (!this.#known) await this.attach(run);
    const { sheets, meta } = await this.#readKnown(run);
    this.meta = meta;
    const readings = new Map(sheets.map(({ id, reading }) => [id, reading]));
    this.#update((sheet) => {
      const reading = readings.get(sheet.id);
      return reading ? { ...sheet, tab: reading.name, positions: keyPositions(reading) } : sheet;
    });
    return { sheets: sheets.map(({ reading }) => reading), meta };
  }

  async selection(run: ExcelRun): Promise<Selection> {
    const queued = await run.step((workbook) => {
      const cell = workbook.getActiveCell();
      cell.load("rowIndex,columnIndex");
      cell.worksheet.load("id,name");
      return { cell, ...queueKeysOf(cell, 0, 0) };
    });
    const { cell } = queued;
    const sheet = this.#known?.sheets.find(({ id }) => id === cell.worksheet.id);
    const place = { sheet: cell.worksheet.name, address: addressOf({ row: cell.rowIndex, column: cell.columnIndex }) };
    if (!sheet) return { ...place, rowKey: null, columnKey: null };
    const { keyRow, keyColumn } = sheet.positions;
    const keys =
      keyRow === 0 && keyColumn === 0
        ? queued
        : await run.step((workbook) => {
            const again = workbook.worksheets.getItem(sheet.id).getCell(cell.rowIndex, cell.columnIndex);
            return queueKeysOf(again, keyRow, keyColumn);
          });
    const rowKey = cell.rowIndex === keyRow ? null : keyText(keys.rowKey);
    const columnKey = cell.columnIndex === keyColumn ? null : keyText(keys.columnKey);
    return { ...place, rowKey: rowKey !== null && isLayoutKey(rowKey) ? null : rowKey, columnKey };
  }

  async #readKnown(run: ExcelRun): Promise<ReadBook> {
    const idsNow = () => this.#known?.sheets.map(({ id }) => id) ?? [];
    const ids = idsNow();
    this.#stale.clear();
    const first = await this.reader.read(run, ids);
    if (first.sheets.length === ids.length || first.meta === null) return first;
    // A draw would find the copy that the officer kept of it: both must see the same.
    await this.attach(run);
    this.#stale.clear();
    return await this.reader.read(run, idsNow());
  }

  #update(change: (sheet: KnownSheet) => KnownSheet): void {
    if (this.#known) this.#known = { ...this.#known, sheets: this.#known.sheets.map(change) };
  }
}

function inDrawnOrder(sheets: readonly KnownSheet[], frame: KnownBook["frame"]): readonly KnownSheet[] {
  const order = frame?.sheets.map(({ key }) => key) ?? [];
  return sheets.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

function chunksText(column: Excel.Range): string | null {
  if (column.isNullObject) return null;
  return (column.values as readonly (readonly string[])[]).map(([chunk]) => chunk ?? "").join("");
}

function queueKeysOf(cell: Excel.Range, keyRow: number, keyColumn: number) {
  return {
    rowKey: cell.getEntireRow().getCell(0, keyColumn).load("values"),
    columnKey: cell.getEntireColumn().getCell(keyRow, 0).load("values"),
  };
}

function keyText(range: Excel.Range): string | null {
  const [[key = ""] = []] = range.values as readonly (readonly (string | number | boolean)[])[];
  const text = String(key).trim();
  return text === "" ? null : text;
}
