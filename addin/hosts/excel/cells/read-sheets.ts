import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { readingOfBlocks, type ReadBlock } from "#addin/hosts/plan/standing/block-reading.ts";
import type { SheetReading } from "#core/sheet/reading.ts";
import type { ExcelRun } from "../excel-run.ts";

/** What stands in one of our sheets. */
export interface ReadSheet {
  readonly id: string;
  readonly reading: SheetReading;
  readonly isProtected: boolean;
}

export interface ReadBook {
  /** Sheets that are gone are left out. */
  readonly sheets: readonly ReadSheet[];
  /** Columns A and B of the very-hidden sheet; null: it is gone. */
  readonly meta: string | null;
  readonly frameText: string | null;
}

export interface ReadOptions {
  readonly withFrame?: boolean;
  readonly also?: (workbook: Excel.Workbook) => void;
}

/** Cells that one answer of 5 MB holds, values and formulas, when their texts are long. */
const FEWEST_CELLS = 20_000;

/** Remembers which sheets are too large for one answer. */
export class SheetReader {
  readonly #cellsAtOnce = new Map<string, number>();

  /**
   * One synchronisation, unless a sheet is larger than one answer may be.
   * @param also is queued with the first one
   */
  async read(
    run: ExcelRun,
    ids: readonly string[],
    { withFrame = false, also = () => undefined }: ReadOptions = {},
  ): Promise<ReadBook> {
    const large = ids.filter((id) => this.#cellsAtOnce.has(id));
    const small = ids.filter((id) => !large.includes(id));
    try {
      const first = await run.step((workbook) => {
        also(workbook);
        return {
          kept: queueKept(workbook, withFrame),
          sheets: small.map((id) => queueSheet(workbook, id)),
          sizes: large.map((id) => queueSize(workbook, id)),
        };
      });
      const read = new Map(first.sheets.flatMap((queued) => (isThere(queued) ? [[queued.id, readOf(queued)]] : [])));
      for (const size of first.sizes) if (isThere(size)) read.set(size.id, await this.#readInParts(run, size));
      return {
        sheets: ids.flatMap((id) => read.get(id) ?? []),
        meta: textOf(first.kept.meta),
        frameText: textOf(first.kept.frame),
      };
    } catch (error) {
      if (!isTooLarge(error) || small.length === 0) throw error;
      for (const id of small) this.#cellsAtOnce.set(id, 16 * FEWEST_CELLS);
      return this.read(run, ids, { withFrame, also });
    }
  }

  async #readInParts(run: ExcelRun, size: QueuedSize): Promise<ReadSheet> {
    const { used, sheet, protection } = size;
    const facts = { id: size.id, isProtected: protection.protected };
    if (used.isNullObject) return { ...facts, reading: { name: sheet.name, rows: [] } };
    const area = { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
    const blocks: ReadBlock[] = [];
    for (let done = 0; done < area.rows;) {
      const rows = Math.min(area.rows - done, Math.max(1, Math.floor(this.#atOnce(size.id) / area.columns)));
      const block = await this.#readPart(run, size.id, { ...area, top: area.top + done, rows });
      if (!block) continue;
      blocks.push(block);
      done += rows;
    }
    return { ...facts, reading: readingOfBlocks(sheet.name, blocks) };
  }

  #atOnce(id: string): number {
    return this.#cellsAtOnce.get(id) ?? FEWEST_CELLS;
  }

  /** @returns undefined when it was too large; the next try is for half of it. */
  async #readPart(run: ExcelRun, id: string, area: ReadArea): Promise<ReadBlock | undefined> {
    const { top, left, rows, columns } = area;
    try {
      const range = await run.step((workbook) => {
        const part = workbook.worksheets.getItem(id).getRangeByIndexes(top, left, rows, columns);
        return part.load("values,formulas");
      });
      return { top, left, values: range.values, formulas: range.formulas };
    } catch (error) {
      if (!isTooLarge(error) || rows === 1) throw error;
      this.#cellsAtOnce.set(id, Math.max(columns, Math.floor((rows * columns) / 2)));
      return undefined;
    }
  }
}

interface ReadArea {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

interface QueuedSize {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly used: Excel.Range;
}

function queueSheet(workbook: Excel.Workbook, id: string): QueuedSize {
  return queueUsed(workbook, id, "rowIndex,columnIndex,values,formulas");
}

function queueSize(workbook: Excel.Workbook, id: string): QueuedSize {
  return queueUsed(workbook, id, "rowIndex,columnIndex,rowCount,columnCount");
}

function queueUsed(workbook: Excel.Workbook, id: string, members: string): QueuedSize {
  const sheet = workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name");
  const protection = sheet.protection.load("protected");
  // By what stands in cells, not by formats: somebody may have coloured a whole column.
  return { id, sheet, protection, used: sheet.getUsedRangeOrNullObject(true).load(members) };
}

function queueKept(workbook: Excel.Workbook, withFrame: boolean) {
  const sheet = workbook.worksheets.getItemOrNullObject(META_SHEET);
  const column = (letters: string) => sheet.getRange(letters).getUsedRangeOrNullObject(true).load("values");
  return { meta: column("A:A"), frame: withFrame ? column("B:B") : null };
}

function textOf(column: Excel.Range | null): string | null {
  if (!column || column.isNullObject) return null;
  return (column.values as readonly (readonly unknown[])[]).map(([chunk]) => String(chunk)).join("");
}

function isThere({ sheet }: QueuedSize): boolean {
  return !sheet.isNullObject;
}

function readOf({ id, sheet, protection, used }: QueuedSize): ReadSheet {
  const isProtected = protection.protected;
  if (used.isNullObject) return { id, isProtected, reading: { name: sheet.name, rows: [] } };
  const block = { top: used.rowIndex, left: used.columnIndex, values: used.values, formulas: used.formulas };
  return { id, isProtected, reading: readingOfBlocks(sheet.name, [block]) };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof HostFailure && error.code === "too-large-for-host";
}
