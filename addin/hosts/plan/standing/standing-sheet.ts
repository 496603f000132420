import type { ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { textOf } from "#core/sheet/diff/locate-sheet.ts";
import { findCorner } from "./key-positions.ts";
import type { Area, NamePlan, OwnCell, Painted, Placement, SheetPlan } from "../plan.ts";

/** A drawn sheet without what it holds: how it looks and what may be typed. Kept in the workbook beside the base snapshot. */
export type SheetFrame = Omit<SheetPlan, "contents" | "speaksOf" | "own">;

export interface BookFrame {
  readonly sheets: readonly SheetFrame[];
  readonly names: readonly NamePlan[];
}

export function frameOf({ contents: _contents, speaksOf: _speaksOf, own: _own, ...frame }: SheetPlan): SheetFrame {
  return frame;
}

/** One of our sheets as it stands in the workbook now. */
export interface StandingSheet {
  readonly key: string;
  readonly reading: SheetReading;
  /** null where nobody knows: the workbook came as a file. */
  readonly frame: SheetFrame | null;
}

export interface StandingLines {
  readonly keyRow: number;
  readonly keyColumn: number;
  /** Texts of the key column and key row by line; "" where there is none, and in the key line itself. */
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
}

export function standingLines({ rows }: SheetReading): StandingLines {
  const { row: keyRow, column: keyColumn } = findCorner(rows) ?? { row: 0, column: 0 };
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return {
    keyRow,
    keyColumn,
    rowKeys: rows.map((cells, at) => (at === keyRow ? "" : textOf(cells[keyColumn]))),
    columnKeys: Array.from({ length: width }, (_, at) => (at === keyColumn ? "" : textOf(rows[keyRow]?.[at]))),
  };
}

const NOTHING_KNOWN: Painted<never> = { table: [], at: [] };
const EMPTY: ReadCell = { value: null };

/** What stands as a plan of its own: drawn over whatever comes next, it puts everything back. */
export function planOfStanding({ key, reading, frame }: StandingSheet): SheetPlan {
  const lines = standingLines(reading);
  const rows = ourLines(lines.rowKeys, frame?.rowKeys);
  const columns = ourLines(lines.columnKeys, frame?.columnKeys);
  const rowPlaces = rows.map(({ place }) => place);
  const columnPlaces = columns.map(({ place }) => place);
  const pick = <T>(painted: Painted<T> | undefined): Painted<T> =>
    painted ? { table: painted.table, at: picked(painted.at, rows, columns) } : NOTHING_KNOWN;
  return {
    ...(frame ?? plainFrame(key, reading.name)),
    name: reading.name,
    rowKeys: rows.map(({ key: rowKey }) => rowKey),
    columnKeys: columns.map(({ key: columnKey }) => columnKey),
    contents: rowPlaces.map((row) => columnPlaces.map((column) => reading.rows[row]?.[column] ?? EMPTY)),
    formats: pick(frame?.formats),
    looks: pick(frame?.looks),
    rules: pick(frame?.rules),
    open: pick(frame?.open),
    merges: mergesOf(frame, { rows, columns }),
    widths: columns.map(({ drawn }) => frame?.widths[drawn] ?? null),
    hiddenColumns: columns.map(({ drawn }) => frame?.hiddenColumns[drawn] ?? false),
    heights: rows.map(({ drawn }) => frame?.heights[drawn] ?? null),
    speaksOf: { rows: rowPlaces, columns: columnPlaces, keyRow: lines.keyRow, keyColumn: lines.keyColumn },
    own: ownCells(reading, lines, { rows: new Set(rowPlaces), columns: new Set(columnPlaces) }),
  };
}

/** A line of ours: where it stands, and which line of the frame it was drawn as (-1: none that is known). */
export interface OurLine {
  readonly key: string;
  readonly place: number;
  readonly drawn: number;
}

export function ourLines(keys: readonly string[], drawnKeys: readonly string[] | undefined): readonly OurLine[] {
  const left = new Map<string, number[]>();
  drawnKeys?.forEach((key, at) => left.set(key, [...(left.get(key) ?? []), at]));
  const seen = new Set<string>();
  return keys.flatMap((key, place) => {
    const isCopy = seen.has(key) && !key.startsWith("#");
    const drawn = left.get(key)?.shift() ?? -1;
    if (key === "" || isCopy || (drawnKeys && drawn < 0)) return [];
    seen.add(key);
    return [{ key, place, drawn }];
  });
}

function picked(
  at: readonly (readonly number[])[],
  rows: readonly OurLine[],
  columns: readonly OurLine[],
): readonly (readonly number[])[] {
  return rows.map(({ drawn }) => columns.map((column) => at[drawn]?.[column.drawn] ?? -1));
}

/** The frame's merges, in the counting of the lines that still stand. */
export function standingMerges({ reading, frame }: StandingSheet): {
  readonly merges: readonly Area[];
  readonly placement: Placement;
} {
  const lines = standingLines(reading);
  const rows = ourLines(lines.rowKeys, frame?.rowKeys);
  const columns = ourLines(lines.columnKeys, frame?.columnKeys);
  return {
    merges: mergesOf(frame, { rows, columns }),
    placement: {
      ...{ rows: rows.map(({ place }) => place), columns: columns.map(({ place }) => place) },
      ...{ keyRow: lines.keyRow, keyColumn: lines.keyColumn },
    },
  };
}

/** Names of the drawn book, in the counting of `planOfStanding`; those whose cells are gone are left out. */
export function standingNames(names: readonly NamePlan[], sheets: readonly StandingSheet[]): readonly NamePlan[] {
  const areaIn = new Map(
    sheets.map(({ key, reading, frame }) => {
      const lines = standingLines(reading);
      const rows = ourLines(lines.rowKeys, frame?.rowKeys);
      return [key, areaFinder({ rows, columns: ourLines(lines.columnKeys, frame?.columnKeys) })];
    }),
  );
  return names.flatMap((name) => {
    const area = areaIn.get(name.sheet)?.(name.area);
    return area ? [{ ...name, area }] : [];
  });
}

interface OurLines {
  readonly rows: readonly OurLine[];
  readonly columns: readonly OurLine[];
}

function mergesOf(frame: SheetFrame | null, lines: OurLines): SheetPlan["merges"] {
  const find = areaFinder(lines);
  return (frame?.merges ?? []).flatMap((merge) => find(merge) ?? []);
}

/** From the frame's counting to that of the lines that still stand. */
function areaFinder({ rows, columns }: OurLines): (area: Area) => Area | undefined {
  const rowAt = new Map(rows.map(({ drawn }, at) => [drawn, at]));
  const columnAt = new Map(columns.map(({ drawn }, at) => [drawn, at]));
  return (area) => {
    const [top, bottom] = [rowAt.get(area.top), rowAt.get(area.bottom)];
    const [left, right] = [columnAt.get(area.left), columnAt.get(area.right)];
    if (top === undefined || bottom === undefined || left === undefined || right === undefined) return undefined;
    return { top, left, bottom, right };
  };
}

function ownCells(
  reading: SheetReading,
  { keyRow, keyColumn }: StandingLines,
  ours: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> },
): readonly OwnCell[] {
  return reading.rows.flatMap((cells, row) =>
    cells.flatMap((content, column) => {
      const isOurs = ours.rows.has(row) ? ours.columns.has(column) || column === keyColumn : false;
      const isKey = row === keyRow && (ours.columns.has(column) || column === keyColumn);
      const isEmpty = content.value === null && content.formula === undefined;
      return isOurs || isKey || isEmpty ? [] : [{ row, column, content }];
    }),
  );
}

function plainFrame(key: string, name: string): SheetFrame {
  return {
    ...{ key, name, rowKeys: [], columnKeys: [], merges: [], widths: [], hiddenColumns: [], heights: [] },
    ...{ formats: NOTHING_KNOWN, looks: NOTHING_KNOWN, rules: NOTHING_KNOWN, open: NOTHING_KNOWN },
    frozen: { rows: 0, columns: 0 },
    isProtected: false,
    print: null,
  };
}

/** As a placement that a formula may speak of. */
export function speaksOf(plan: SheetPlan): Pick<Placement, "rows" | "columns"> {
  return (
    plan.speaksOf ?? {
      rows: plan.rowKeys.map((_key, at) => at + 1),
      columns: plan.columnKeys.map((_key, at) => at + 1),
    }
  );
}

/** Lines that these sheets have, by the sheets' keys. */
export function drawnIn(sheets: readonly Pick<SheetPlan, "key" | "rowKeys" | "columnKeys">[]): {
  readonly wasDrawn: (sheet: string, rowKey: string) => boolean;
  readonly wasDrawnColumn: (sheet: string, columnKey: string) => boolean;
} {
  const known = new Map<string, { readonly rows: Set<string>; readonly columns: Set<string> }>();
  for (const { key, rowKeys, columnKeys } of sheets) {
    const { rows, columns } = known.get(key) ?? { rows: new Set<string>(), columns: new Set<string>() };
    known.set(key, { rows: new Set([...rows, ...rowKeys]), columns: new Set([...columns, ...columnKeys]) });
  }
  return {
    wasDrawn: (sheet, rowKey) => known.get(sheet)?.rows.has(rowKey) === true,
    wasDrawnColumn: (sheet, columnKey) => known.get(sheet)?.columns.has(columnKey) === true,
  };
}
