/**
 * A sheet that stands in a workbook becomes the newly planned one, by keys (W2, W3): the officer's own rows and columns, his
 * order and his widths stay. What is told here is counted while new lines have come and gone ones still stand.
 */
import type { ReadCell } from "#core/sheet/reading.ts";
import { GENERAL } from "./cells/cell-input.ts";
import { changedPaint, type DrawnLines } from "./cells/changed-paint.ts";
import type { LineSteps } from "./move/line-steps.ts";
import { mergeChanges } from "./move/merge-changes.ts";
import { equalFormula, moveFormula, type MapsOf } from "./move/move-formula.ts";
import type { SheetMove } from "./move/move-sheet.ts";
import {
  NOTHING,
  type Area,
  type CellLook,
  type CellRule,
  type Painted,
  type Placement,
  type SheetPlan,
} from "./plan.ts";
import { ourLines } from "./standing/standing-sheet.ts";

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly content: ReadCell;
  /** Number format that the cell has, or gets before its content. */
  readonly format: string;
  /** undefined: nothing was there yet, or a formula, which nobody may type over. */
  readonly stood?: StoodCell | undefined;
}

/** What a cell held when the workbook was looked at, and where; whoever writes it asks whether it still does. */
export interface StoodCell {
  readonly row: number;
  readonly column: number;
  readonly content: ReadCell;
}

export interface KeyChange {
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

export interface SheetRefresh {
  readonly plan: SheetPlan;
  readonly placement: Placement;
  readonly rows: LineSteps;
  readonly columns: LineSteps;
  readonly keys: readonly KeyChange[];
  readonly contents: readonly CellChange[];
  readonly formats: Painted<string>;
  readonly looks: Painted<CellLook>;
  /** null: the rule that stands there goes. */
  readonly rules: Painted<CellRule | null>;
  readonly open: Painted<boolean>;
  readonly merges: { readonly apart: readonly Area[]; readonly together: readonly Area[] };
  readonly heights: readonly { readonly at: number; readonly points: number }[];
  readonly widths: readonly { readonly at: number; readonly characters: number; readonly hidden: boolean }[];
}

export interface RefreshOptions {
  /** Does the sheet look as its frame says, but for marks? Otherwise everything is painted anew. */
  readonly isFrameSure: boolean;
  /** Were marks set on that cell since? By row key and column key. */
  readonly isMarked: (rowKey: string, columnKey: string) => boolean;
}

/** How the formulas of one sheet move: those of its plan, and those that stand in it. */
export interface FormulaMaps {
  readonly drawn: MapsOf;
  readonly stood: MapsOf;
}

export function refreshSheet(move: SheetMove, maps: FormulaMaps, options: RefreshOptions): SheetRefresh {
  const { plan, rows, columns, placement } = move;
  return {
    ...{ plan, placement, rows, columns },
    keys: keyChanges(move),
    contents: contentChanges(move, maps),
    ...paintChanges(move, options),
    merges: mergeChanges(move),
    ...newSizes(move),
  };
}

function paintChanges(
  move: SheetMove,
  options: RefreshOptions,
): Pick<SheetRefresh, "formats" | "looks" | "rules" | "open"> {
  const { plan } = move;
  const frame = options.isFrameSure ? move.standing.frame : null;
  const lines = drawnLines(move, options);
  const changed = <T>(wanted: Painted<T>, stood: Painted<T> | undefined) =>
    changedPaint(wanted, { stood: stood ?? null, lines, none: undefined });
  const stoodRules = isSorted(lines) ? null : (frame?.rules ?? null);
  return {
    formats: changed(plan.formats, frame?.formats),
    looks: changed(plan.looks, frame?.looks),
    rules: changedPaint<CellRule | null>(plan.rules, { stood: stoodRules, lines, none: null }),
    open: changed(plan.open, frame?.open),
  };
}

/** What stood keeps the officer's widths and heights. */
function newSizes({ plan, rows, columns }: SheetMove): Pick<SheetRefresh, "heights" | "widths"> {
  return {
    heights: plan.heights.flatMap((points, at) =>
      rows.before[at] === null && points !== null ? [{ at: rows.places[at] ?? 0, points }] : [],
    ),
    widths: plan.widths.flatMap((characters, at) =>
      columns.before[at] === null && characters !== null
        ? [{ at: columns.places[at] ?? 0, characters, hidden: plan.hiddenColumns[at] ?? false }]
        : [],
    ),
  };
}

function drawnLines(move: SheetMove, options: RefreshOptions): DrawnLines {
  const { plan, lines, standing, rows, columns } = move;
  const rowAt = drawnAt(lines.rowKeys, standing.frame?.rowKeys);
  const columnAt = drawnAt(lines.columnKeys, standing.frame?.columnKeys);
  return {
    rows: rows.before.map((place) => (place === null ? null : (rowAt.get(place) ?? null))),
    columns: columns.before.map((place) => (place === null ? null : (columnAt.get(place) ?? null))),
    isMarked: (row, column) => {
      const place = rows.before[row] ?? null;
      const stoodAs = place === null ? "" : (lines.rowKeys[place] ?? "");
      return options.isMarked(stoodAs, plan.columnKeys[column] ?? "");
    },
  };
}

function drawnAt(keys: readonly string[], drawnKeys: readonly string[] | undefined): ReadonlyMap<number, number> {
  return new Map(ourLines(keys, drawnKeys).flatMap(({ place, drawn }) => (drawn < 0 ? [] : [[place, drawn] as const])));
}

/** Formats travel with their cells when rows are sorted; rules stay behind, where other rows stand by now. */
function isSorted({ rows }: DrawnLines): boolean {
  const drawn = rows.filter((row) => row !== null);
  return drawn.some((row, at) => at > 0 && row < (drawn[at - 1] ?? 0));
}

function keyChanges({ plan, lines, rows, columns, placement }: SheetMove): readonly KeyChange[] {
  const rowKeys = plan.rowKeys.flatMap((key, at): readonly KeyChange[] => {
    const before = rows.before[at] ?? null;
    const stands = before === null ? "" : lines.rowKeys[before];
    return stands === key ? [] : [{ row: rows.places[at] ?? 0, column: placement.keyColumn, key }];
  });
  const columnKeys = plan.columnKeys.flatMap((key, at): readonly KeyChange[] =>
    columns.before[at] === null ? [{ row: placement.keyRow, column: columns.places[at] ?? 0, key }] : [],
  );
  return [...rowKeys, ...columnKeys];
}

const EMPTY: ReadCell = { value: null };

function contentChanges(move: SheetMove, maps: FormulaMaps): readonly CellChange[] {
  const { plan, rows, columns } = move;
  const changes: CellChange[] = [];
  plan.contents.forEach((cells, rowAt) => {
    cells.forEach((cell, columnAt) => {
      const content = placedContent(cell, maps.drawn);
      // Behind the last line also what stays empty is written, and so looked at: the officer writes there.
      const isBelow = placeBelow(move, rowAt) !== null;
      if (!isBelow && isEqual(content, standingContent(move, { rowAt, columnAt }, maps.stood))) return;
      const format = plan.formats.table[plan.formats.at[rowAt]?.[columnAt] ?? NOTHING] ?? GENERAL;
      const stood = stoodCell(move, rowAt, columnAt);
      changes.push({ row: rows.places[rowAt] ?? 0, column: columns.places[columnAt] ?? 0, content, format, stood });
    });
  });
  return [...changes, ...ownChanges(move)];
}

export function placedContent(cell: ReadCell, mapsOf: MapsOf): ReadCell {
  if (cell.formula === undefined) return cell;
  return { ...cell, formula: moveFormula(cell.formula, mapsOf) };
}

function stoodCell({ standing, rows, columns }: SheetMove, rowAt: number, columnAt: number): StoodCell | undefined {
  const [row = null, column = null] = [rows.before[rowAt], columns.before[columnAt]];
  const below = placeBelow({ rows }, rowAt);
  if (below !== null && column !== null) return { row: below, column, content: EMPTY };
  if (row === null || column === null) return undefined;
  const content = standing.reading.rows[row]?.[column] ?? EMPTY;
  return content.formula === undefined ? { row, column, content } : undefined;
}

/** Of a new row that no line makes room for: where it comes to stand, as the sheet was looked at. null: another row. */
function placeBelow({ rows }: Pick<SheetMove, "rows">, rowAt: number): number | null {
  const end = (rows.moved.at(-1) ?? -1) + 1;
  const place = rows.places[rowAt] ?? 0;
  return (rows.before[rowAt] ?? null) === null && place >= end ? rows.moved.length + place - end : null;
}

/** Formulas read as they will once new lines came. */
function standingContent(
  { standing, rows, columns }: SheetMove,
  { rowAt, columnAt }: { readonly rowAt: number; readonly columnAt: number },
  mapsOf: MapsOf,
): ReadCell {
  const [row = null, column = null] = [rows.before[rowAt], columns.before[columnAt]];
  const stands = row === null || column === null ? EMPTY : (standing.reading.rows[row]?.[column] ?? EMPTY);
  if (stands.formula === undefined) return stands;
  return { ...stands, formula: moveFormula(stands.formula, mapsOf) };
}

function isEqual(content: ReadCell, stands: ReadCell): boolean {
  if (content.formula === undefined || stands.formula === undefined)
    return content.formula === stands.formula && content.value === stands.value;
  return equalFormula(content.formula, stands.formula);
}

/** The officer's own cells come back only with a row or column that comes back. */
function ownChanges({ plan, rows, columns, maps }: SheetMove): readonly CellChange[] {
  if (!plan.own || !plan.speaksOf) return [];
  const newRows = new Set(plan.speaksOf.rows.filter((_row, at) => rows.before[at] === null));
  const newColumns = new Set(plan.speaksOf.columns.filter((_column, at) => columns.before[at] === null));
  return plan.own.flatMap(({ row, column, content }) =>
    newRows.has(row) || newColumns.has(column)
      ? [{ row: maps.row(row), column: maps.column(column), content, format: GENERAL }]
      : [],
  );
}

/** Nothing comes, goes or changes: neither cells nor looks. */
export function isStill(refresh: SheetRefresh): boolean {
  const painted: readonly Painted<unknown>[] = [refresh.formats, refresh.looks, refresh.rules, refresh.open];
  const lists: readonly (readonly unknown[])[] = [
    ...[refresh.keys, refresh.contents, refresh.rows.inserts, refresh.rows.deletes],
    ...[refresh.columns.inserts, refresh.columns.deletes, refresh.merges.apart, refresh.merges.together],
  ];
  return lists.every(({ length }) => length === 0) && painted.every(({ at }) => at.every(({ length }) => length === 0));
}
