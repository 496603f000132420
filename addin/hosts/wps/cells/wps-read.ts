import { columnLetters } from "#core/sheet/cell-address.ts";
import type { SheetReading } from "#core/sheet/reading.ts";
import { readingOfBlocks, type ReadBlock } from "#addin/hosts/plan/standing/block-reading.ts";
import { CORNER_COLUMNS, CORNER_ROWS, findCorner } from "#addin/hosts/plan/standing/key-positions.ts";
import { type Area } from "#addin/hosts/plan/plan.ts";
import { areaAddress } from "#addin/hosts/plan/move/placement.ts";
import type { WpsRange, WpsWorksheet } from "../wps-application.ts";
import { pause } from "../wps-failure.ts";

/** Cells that are asked for at once; then the page may breathe. */
const CELLS_AT_ONCE = 100_000;

/** A block of what one member of a range answers; a single cell is a block too. */
export function blockOf(answer: unknown, area: Area): readonly (readonly unknown[])[] {
  if (Array.isArray(answer)) return answer as readonly (readonly unknown[])[];
  if (area.top === area.bottom && area.left === area.right) return [[answer]];
  throw new Error(`WPS answered no block for ${areaAddress(area)}`);
}

export function rangeOf(sheet: WpsWorksheet, area: Area): WpsRange {
  return sheet.Range(areaAddress(area));
}

export function usedArea(sheet: WpsWorksheet): Area {
  const used = sheet.UsedRange;
  const [top, left] = [used.Row - 1, used.Column - 1];
  return { top, left, bottom: top + used.Rows.Count - 1, right: left + used.Columns.Count - 1 };
}

/** Everything in the sheet, block by block. */
export async function readSheet(sheet: WpsWorksheet): Promise<SheetReading> {
  const name = sheet.Name;
  const used = usedArea(sheet);
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / (used.right - used.left + 1)));
  const blocks: ReadBlock[] = [];
  for (let top = used.top; top <= used.bottom; top += rows) {
    if (top > used.top) await pause();
    blocks.push(readBlock(sheet, { ...used, top, bottom: Math.min(used.bottom, top + rows - 1) }));
  }
  return readingOfBlocks(name, blocks);
}

/** Everything in the sheet in one go: nobody gets a turn meanwhile. */
export function readAtOnce(sheet: WpsWorksheet): SheetReading {
  return readingOfBlocks(sheet.Name, [readBlock(sheet, usedArea(sheet))]);
}

export function readBlock(sheet: WpsWorksheet, area: Area): ReadBlock {
  const range = rangeOf(sheet, area);
  const [values, formulas] = [blockOf(range.Value2, area), blockOf(range.Formula, area)];
  return {
    top: area.top,
    left: area.left,
    values,
    formulas: formulas.map((cells, at) => trueFormulas(cells, values[at])),
  };
}

/** Of a constant the program tells its text as formula: only what begins with "=" and is not the text itself is one. */
function trueFormulas(formulas: readonly unknown[], values: readonly unknown[] = []): readonly unknown[] {
  return formulas.map((formula, at) => (typeof formula === "string" && formula.startsWith("=") ? formula : values[at]));
}

/** The beginning of a sheet, values only: where a corner cell would stand. */
export function readHead(sheet: WpsWorksheet): SheetReading {
  const area = { top: 0, left: 0, bottom: CORNER_ROWS - 1, right: CORNER_COLUMNS - 1 };
  const values = blockOf(rangeOf(sheet, area).Value2, area);
  return readingOfBlocks("", [{ top: 0, left: 0, values, formulas: values }]);
}

export function cornerOf(sheet: WpsWorksheet): ReturnType<typeof findCorner> {
  return findCorner(readHead(sheet).rows);
}

/** Key row and key column only: enough to find cells by their keys. */
export function readKeys(sheet: WpsWorksheet): SheetReading | undefined {
  const corner = cornerOf(sheet);
  if (!corner) return undefined;
  const used = usedArea(sheet);
  const row = { top: corner.row, bottom: corner.row, left: 0, right: Math.max(used.right, 0) };
  const column = { top: 0, bottom: used.bottom, left: corner.column, right: corner.column };
  const blocks = [row, column].map((area) => {
    const values = blockOf(rangeOf(sheet, area).Value2, area);
    return { top: area.top, left: area.left, values, formulas: values };
  });
  return readingOfBlocks("", blocks);
}

/** "5:9" and "B:D". */
export function rowsAddress(at: number, count: number): string {
  return `${at + 1}:${at + count}`;
}
export function columnsAddress(at: number, count: number): string {
  return `${columnLetters(at)}:${columnLetters(at + count - 1)}`;
}
