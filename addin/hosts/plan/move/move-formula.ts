import { columnLetters, parseColumnLetters } from "#core/sheet/cell-address.ts";

/** Where a line goes: physical, 0-based. */
export type LineMap = (line: number) => number;

export interface SheetMaps {
  readonly row: LineMap;
  readonly column: LineMap;
  /** Tab name to write, where a formula names the sheet. */
  readonly tab: string;
}

/** Of a tab by name (null: the formula's own); undefined leaves references to it as they are. */
export type MapsOf = (sheet: string | null) => SheetMaps | undefined;

const REFERENCE =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?:(:)(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(!])/gu;

/**
 * A formula that spoke of cells where a plan counts them, speaking of where they stand. Ranges cover all lines between
 * their ends, in whatever order the officer sorted them.
 */
export function moveFormula(formula: string, mapsOf: MapsOf): string {
  return formula.replace(REFERENCE, (whole: string, ...groups: unknown[]) => {
    const before = formula.charAt((groups[10] as number) - 1);
    const [sheet, , letters, , digits] = groups as (string | undefined)[];
    // A text, or the end of a longer name.
    if (letters === undefined || digits === undefined || /[\p{L}\p{N}_.$]/u.test(before)) return whole;
    const maps = mapsOf(sheet === undefined ? null : tabName(sheet));
    if (!maps) return whole;
    return `${sheet === undefined ? "" : `${quotedTab(maps.tab)}!`}${movedReference(groups as (string | undefined)[], maps)}`;
  });
}

function movedReference(groups: readonly (string | undefined)[], maps: SheetMaps): string {
  const [, fixColumn = "", letters = "", fixRow = "", digits = "", colon] = groups;
  const [fixColumn2 = "", letters2 = "", fixRow2 = "", digits2 = ""] = groups.slice(6);
  const first = position(letters, digits);
  if (colon === undefined) {
    const column = columnLetters(maps.column(first.column));
    return `${fixColumn}${column}${fixRow}${maps.row(first.row) + 1}`;
  }
  const last = position(letters2, digits2);
  const rows = reach(maps.row, first.row, last.row);
  const columns = reach(maps.column, first.column, last.column);
  const from = `${fixColumn}${columnLetters(columns.least)}${fixRow}${rows.least + 1}`;
  return `${from}:${fixColumn2}${columnLetters(columns.most)}${fixRow2}${rows.most + 1}`;
}

function position(letters: string, digits: string): { readonly row: number; readonly column: number } {
  return { row: Number(digits) - 1, column: parseColumnLetters(letters.toUpperCase()) ?? 0 };
}

function reach(map: LineMap, from: number, to: number): { readonly least: number; readonly most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let line = Math.min(from, to); line <= Math.max(from, to); line += 1) {
    const place = map(line);
    least = Math.min(least, place);
    most = Math.max(most, place);
  }
  return { least, most };
}

/** As formulas and names write a tab. */
export function quotedTab(tab: string): string {
  return `'${tab.replaceAll("'", "''")}'`;
}

function tabName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A line that is not among `from` keeps its distance from the nearest one before it. */
export function lineMap(from: readonly number[], to: readonly number[]): LineMap {
  const places = new Map(from.map((line, at) => [line, to[at] ?? line]));
  const sorted = from.toSorted((a, b) => a - b);
  return (line) => {
    const exact = places.get(line);
    if (exact !== undefined) return exact;
    const nearest = nearestBelow(sorted, line);
    return nearest === undefined ? line : (places.get(nearest) ?? nearest) + line - nearest;
  };
}

function nearestBelow(sorted: readonly number[], line: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** Two formulas that a spreadsheet would not tell apart. */
export function equalFormula(a: string, b: string): boolean {
  return a === b || plainFormula(a) === plainFormula(b);
}

/** Quotes around a tab's name are the program's to choose. */
function plainFormula(formula: string): string {
  return formula
    .replace(/"(?:[^"]|"")*"|\s+|'|_xlfn\.|_xlws\./g, (part) => (part.startsWith('"') ? part : ""))
    .toUpperCase();
}
