import type { SeenCell, SeenSheet } from "#core/intake/seen-workbook.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { tooBig } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { OutOfTime } from "../watch.ts";
import { MergeCover } from "./merged-cells.ts";
import { scanPart, scanWholePart, type Archive } from "./package-parts.ts";
import type { CellContext } from "./raw-cell.ts";
import { SheetScan, type CellSink } from "./sheet-scan.ts";
import type { SheetEntry } from "./workbook-part.ts";

/** Rows in order, their cells in order; physical row and column, 0-based; only cells that show something. */
export type SheetRow = readonly [row: number, cells: readonly SheetCell[]];
export type SheetCell = readonly [column: number, value: CellValue, formula?: string];

/** A sheet's figures and merges; whether its end was reached. */
export interface CheckedSheet {
  readonly sheet: SeenSheet;
  readonly complete: boolean;
}

/** Reads a sheet to its end (or to the end of its time) and keeps nothing but where its cells are. */
export async function checkSheet(archive: Archive, entry: SheetEntry, context: CellContext): Promise<CheckedSheet> {
  const scan = new SheetScan(entry, context);
  const complete = await scannedWhole(archive, entry, scan);
  const sheet = seenSheet(entry, scan);
  if (sheet.rows > archive.limits.rows) throw tooBig("rows", sheet.rows, archive.limits.rows);
  if (sheet.columns > archive.limits.columns) throw tooBig("columns", sheet.columns, archive.limits.columns);
  return { sheet, complete };
}

async function scannedWhole(archive: Archive, entry: SheetEntry, scan: SheetScan): Promise<boolean> {
  try {
    await scanWholePart(archive, entry.part, scan);
    return true;
  } catch (error) {
    if (error instanceof OutOfTime) return false;
    throw error;
  }
}

function seenSheet(entry: SheetEntry, { merges, places, formulas }: SheetScan): SeenSheet {
  const figures = places.figures(new MergeCover(merges, entry.name));
  return { name: entry.name, state: entry.state, ...figures, formulas, merges };
}

/** Hands on what shows something, in order, of a sheet that was checked; after each piece whoever iterates may wait. */
export async function* giveCells(
  archive: Archive,
  { entry, checked }: { readonly entry: SheetEntry; readonly checked: SeenSheet },
  { context, sink }: { readonly context: CellContext; readonly sink: CellSink },
): AsyncGenerator<undefined> {
  const cover = new MergeCover(checked.merges, entry.name);
  const scan = new SheetScan(entry, context, (row, column, cell) => {
    if (!cover.covers(row, column)) sink(row, column, cell);
  });
  yield* scanPart(archive, entry.part, scan);
}

/** All cells of a small sheet at once, in the form they leave in: half a million of them must not be there twice. */
export async function readSheetPart(
  archive: Archive,
  entry: SheetEntry,
  context: CellContext,
): Promise<readonly SheetRow[]> {
  const { sheet: checked } = await checkSheet(archive, entry, context);
  const rows: [number, SheetCell[]][] = [];
  let length = 0;
  const sink: CellSink = (row, column, cell) => {
    length += textLength(cell);
    refuseMuchText(length, archive.limits);
    if (rows.at(-1)?.[0] !== row) rows.push([row, []]);
    rows.at(-1)?.[1].push(cell.formula === undefined ? [column, cell.value] : [column, cell.value, cell.formula]);
  };
  for await (const _ of giveCells(archive, { entry, checked }, { context, sink }));
  return rows;
}

function textLength({ value, formula }: SeenCell): number {
  return (typeof value === "string" ? value.length : 0) + (formula?.length ?? 0);
}

function refuseMuchText(length: number, { allText }: IntakeLimits): void {
  if (length > allText) throw tooBig("text", length, allText);
}
