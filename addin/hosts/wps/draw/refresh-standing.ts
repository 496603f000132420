import { HostFailure } from "#addin/hosts/host-failure.ts";
import { TEXT } from "#addin/hosts/plan/cells/cell-input.ts";
import type { LineRun } from "#addin/hosts/plan/move/line-steps.ts";
import type { CellChange, SheetRefresh } from "#addin/hosts/plan/refresh-sheet.ts";
import type { StandingSheet } from "#addin/hosts/plan/standing/standing-sheet.ts";
import type { Area } from "#addin/hosts/plan/plan.ts";
import { readingOfBlocks } from "#addin/hosts/plan/standing/block-reading.ts";
import { typedBeside } from "#addin/hosts/plan/standing/typed-beside.ts";
import { typedSince, type TypedCell } from "#addin/hosts/plan/standing/typed-since.ts";
import { WatchedChanges } from "#addin/hosts/plan/watched-changes.ts";
import { blockArea } from "#addin/hosts/plan/write-blocks.ts";
import { denseBlocks, piecesOf } from "./dense-blocks.ts";
import { CELLS_AT_ONCE } from "./draw-fresh.ts";
import type { DrawRun } from "./draw-run.ts";
import { freeze, setPrint } from "./lay-out-page.ts";
import { setHeights, setWidths } from "./line-sizes.ts";
import { eachRange, paintCells, paintLook, paintRule } from "./paint.ts";
import type { WpsWorksheet } from "../wps-application.ts";
import { columnsAddress, rangeOf, readAtOnce, readBlock, rowsAddress } from "../cells/wps-read.ts";

export interface Refreshing {
  readonly sheet: WpsWorksheet;
  readonly standing: StandingSheet;
  readonly refresh: SheetRefresh;
}

/** A sheet that changes in place: new lines, contents, looks. Lines that go, go in `deleteLines`, once all the rest worked. */
export async function refreshStanding(run: DrawRun, { sheet, standing, refresh }: Refreshing): Promise<void> {
  const found: TypedCell[] = [];
  run.rollback.keepSheet(sheet, () => {
    const now = readAtOnce(sheet);
    const { reading: stood } = standing;
    return [...typedSince({ stood, drawn: refresh.plan, now }), ...typedBeside(stood, now), ...found];
  });
  insertLines(run, sheet, refresh);
  for (const area of refresh.merges.apart) rangeOf(sheet, area).UnMerge();
  await run.breathe();
  const lines = refresh.placement;
  paintCells(sheet, { painted: refresh.formats, lines }, (range, format) => (range.NumberFormat = format));
  await writeCells(run, { sheet, found }, keyCells(refresh));
  await writeCells(run, { sheet, found }, refresh.contents);
  paintCells(sheet, { painted: refresh.looks, lines }, paintLook);
  paintCells(sheet, { painted: refresh.rules, lines }, paintRule);
  paintCells(sheet, { painted: refresh.open, lines }, (range, open) => (range.Locked = !open));
  await run.breathe();
  for (const area of refresh.merges.together) rangeOf(sheet, area).Merge();
  setHeights(sheet, refresh.heights);
  setWidths(sheet, refresh.widths);
  refreshPage(run, { sheet, standing, refresh });
  await run.breathe();
}

/** Last of all, because formulas of the officer's own that speak of these lines break for good. */
export function deleteLines(run: DrawRun, { sheet, refresh }: Refreshing): void {
  const remove = (lines: readonly LineRun[], address: (at: number, count: number) => string) => {
    for (const { at, count } of lines) {
      sheet.Range(address(at, count)).Delete();
      run.rollback.add(() => sheet.Range(address(at, count)).Insert());
    }
  };
  remove(refresh.rows.deletes, rowsAddress);
  remove(refresh.columns.deletes, columnsAddress);
}

function insertLines(run: DrawRun, sheet: WpsWorksheet, { rows, columns }: SheetRefresh): void {
  const insert = (lines: readonly LineRun[], address: (at: number, count: number) => string) => {
    for (const { at, count } of lines) {
      sheet.Range(address(at, count)).Insert();
      run.rollback.add(() => sheet.Range(address(at, count)).Delete());
    }
  };
  insert(rows.inserts, rowsAddress);
  insert(columns.inserts, columnsAddress);
}

function keyCells({ keys }: SheetRefresh): readonly CellChange[] {
  return keys.map(({ row, column, key }) => ({ row, column, content: { value: key }, format: TEXT }));
}

interface Writing {
  readonly sheet: WpsWorksheet;
  /** What was typed where it would have been written over. */
  readonly found: TypedCell[];
}

async function writeCells(run: DrawRun, { sheet, found }: Writing, cells: readonly CellChange[]): Promise<void> {
  // What must stay text gets its format again: the officer may have given the cell another one.
  const texts = cells.filter(({ format, content }) => format === TEXT && content.formula === undefined);
  eachRange(sheet, denseBlocks(texts).map(blockArea), (range) => (range.NumberFormat = TEXT));
  const watched = new WatchedChanges(cells);
  for (const block of denseBlocks(cells)) {
    for (const piece of piecesOf(block, CELLS_AT_ONCE)) {
      found.push(...typedInto(sheet, watched, blockArea(piece)));
      if (found.length > 0) throw new HostFailure("typed-meanwhile");
      rangeOf(sheet, blockArea(piece)).Value2 = piece.inputs;
      if (piece.inputs.length > 1) await run.breathe(piece.inputs.length * (piece.inputs[0]?.length ?? 0));
    }
  }
}

/** The last look before cells are written: the page breathes while it draws, and the officer types. */
function typedInto(sheet: WpsWorksheet, watched: WatchedChanges, area: Area): readonly TypedCell[] {
  if (!watched.isIn(area)) return [];
  const { rows } = readingOfBlocks("", [readBlock(sheet, area)]);
  return watched.typedIn(area, (row, column) => rows[row]?.[column] ?? { value: null });
}

function refreshPage(run: DrawRun, { sheet, standing, refresh }: Refreshing): void {
  const { plan, placement } = refresh;
  const { frame } = standing;
  if (plan.print && JSON.stringify(plan.print) !== JSON.stringify(frame?.print)) {
    run.rollback.keepPage(sheet.PageSetup);
    setPrint(sheet, plan.print, placement);
  }
  if (!frame || JSON.stringify(plan.frozen) === JSON.stringify(frame.frozen)) return;
  run.rollback.add(() => freeze(run.app, sheet, { plan: { ...plan, frozen: frame.frozen }, placement }));
  freeze(run.app, sheet, { plan, placement });
}
