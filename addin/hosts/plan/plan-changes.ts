import { lineMap, type MapsOf, type SheetMaps } from "./move/move-formula.ts";
import { moveSheet, type SheetMove, type WasDrawn } from "./move/move-sheet.ts";
import { freshPlacement } from "./move/placement.ts";
import type { BookPlan, OwnCell, Placement, SheetPlan } from "./plan.ts";
import { placedContent, refreshSheet, type SheetRefresh } from "./refresh-sheet.ts";
import { speaksOf, type StandingSheet } from "./standing/standing-sheet.ts";

/** What a workbook needs to show a book: sheets that come, sheets that change in place, sheets that go. */
export interface BookChanges {
  readonly fresh: readonly FreshSheet[];
  readonly refreshed: readonly { readonly standing: StandingSheet; readonly refresh: SheetRefresh }[];
  readonly gone: readonly StandingSheet[];
}

export interface FreshSheet {
  /** Formulas name the tabs as they are called in this workbook. */
  readonly plan: SheetPlan;
  readonly tab: string;
  readonly placement: Placement;
  /** The officer's own cells that were beside it once. */
  readonly own: readonly OwnCell[];
}

export interface ChangeOptions {
  /** Was this row key in what was issued last? Others in the key column are the officer's doing and stay. */
  readonly wasDrawn: (sheet: string, rowKey: string) => boolean;
  /** The same of column keys; absent: those of the sheet's frame, and all where there is none. */
  readonly wasDrawnColumn?: (sheet: string, columnKey: string) => boolean;
  readonly isMarked: (sheet: string, rowKey: string, columnKey: string) => boolean;
  /** Do sheets look as their frames say, but for marks? Otherwise everything is painted anew. */
  readonly isFrameSure: boolean;
  /** Tab name for a sheet that comes. */
  readonly tabFor: (plan: SheetPlan) => string;
}

/** @param standing our sheets in the workbook, found by their corners; a sheet that is to be drawn anew is not among them */
export function planChanges(plan: BookPlan, standing: readonly StandingSheet[], options: ChangeOptions): BookChanges {
  const moves = plan.sheets.flatMap((sheet) => {
    const stands = standing.find(({ key }) => key === sheet.key);
    return stands ? [moveSheet(sheet, stands, drawnLinesOf(stands, options))] : [];
  });
  const come = plan.sheets
    .filter((sheet) => !moves.some((move) => move.plan === sheet))
    .map((sheet) => ({ sheet, tab: options.tabFor(sheet), placement: restingPlacement(sheet) }));
  const drawn = new Map<string, SheetMaps>([
    ...moves.map(({ plan: { name }, maps }) => [name, maps] as const),
    ...come.map(({ sheet, tab, placement }) => [sheet.name, mapsTo(sheet, tab, placement)] as const),
  ]);
  const known = new Set(plan.sheets.map(({ key }) => key));
  return {
    refreshed: moves.map((move) => ({
      standing: move.standing,
      refresh: refreshSheet(
        move,
        { drawn: mapsFor(drawn, move.plan.name), stood: standingMaps(moves, move) },
        { isFrameSure: options.isFrameSure, isMarked: (row, column) => options.isMarked(move.plan.key, row, column) },
      ),
    })),
    fresh: come.map(({ sheet, tab, placement }) =>
      freshSheet(sheet, { tab, placement, maps: mapsFor(drawn, sheet.name) }),
    ),
    gone: standing.filter(({ key }) => !known.has(key)),
  };
}

function drawnLinesOf({ key, frame }: StandingSheet, { wasDrawn, wasDrawnColumn }: ChangeOptions): WasDrawn {
  const drawn = frame && new Set(frame.columnKeys);
  return {
    row: (rowKey) => wasDrawn(key, rowKey),
    column: (columnKey) => wasDrawnColumn?.(key, columnKey) ?? drawn?.has(columnKey) ?? true,
  };
}

/** A sheet that stood once comes back where its lines stood, so that the officer's own cells fit beside them. */
function restingPlacement(plan: SheetPlan): Placement {
  return plan.own && plan.speaksOf ? plan.speaksOf : freshPlacement(plan);
}

function freshSheet(
  plan: SheetPlan,
  { tab, placement, maps }: { readonly tab: string; readonly placement: Placement; readonly maps: MapsOf },
): FreshSheet {
  const hasFormula = (cells: SheetPlan["contents"][number]) => cells.some(({ formula }) => formula !== undefined);
  const contents = plan.contents.map((cells) =>
    hasFormula(cells) ? cells.map((cell) => placedContent(cell, maps)) : cells,
  );
  return { plan: { ...plan, contents }, tab, placement, own: plan.own ?? [] };
}

function mapsTo(plan: SheetPlan, tab: string, placement: Placement): SheetMaps {
  const spoken = speaksOf(plan);
  return { row: lineMap(spoken.rows, placement.rows), column: lineMap(spoken.columns, placement.columns), tab };
}

function mapsFor(drawn: ReadonlyMap<string, SheetMaps>, own: string): MapsOf {
  return (sheet) => drawn.get(sheet ?? own);
}

function standingMaps(moves: readonly SheetMove[], own: SheetMove): MapsOf {
  return (sheet) => (sheet === null ? own.stood : moves.find(({ standing }) => standing.reading.name === sheet)?.stood);
}
