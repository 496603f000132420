import { runsOf } from "#addin/hosts/plan/move/line-steps.ts";
import type { WpsRange, WpsWorksheet } from "../wps-application.ts";
import { columnsAddress, rowsAddress } from "../cells/wps-read.ts";

/** A text of several addresses may be no longer. */
const LONGEST_ADDRESS = 255;

export interface RowSize {
  readonly at: number;
  readonly points: number;
}

export interface ColumnSize {
  readonly at: number;
  readonly characters: number;
  readonly hidden: boolean;
}

/** Equal lines in one call. A new line takes over from its neighbour that it is hidden. */
export function setHeights(sheet: WpsWorksheet, heights: readonly RowSize[]): void {
  eachLine(
    sheet,
    { lines: heights, sizeOf: ({ points }) => String(points), address: rowsAddress },
    (range, { points }) => {
      range.Hidden = false;
      range.RowHeight = points;
    },
  );
}

export function setWidths(sheet: WpsWorksheet, widths: readonly ColumnSize[]): void {
  const sizeOf = ({ characters, hidden }: ColumnSize) => `${characters}:${hidden}`;
  eachLine(sheet, { lines: widths, sizeOf, address: columnsAddress }, (range, { characters, hidden }) => {
    range.Hidden = false;
    range.ColumnWidth = characters;
    if (hidden) range.Hidden = true;
  });
}

interface SizedLines<T> {
  readonly lines: readonly T[];
  readonly sizeOf: (line: T) => string;
  readonly address: (at: number, count: number) => string;
}

function eachLine<T extends { readonly at: number }>(
  sheet: WpsWorksheet,
  { lines, sizeOf, address }: SizedLines<T>,
  work: (range: WpsRange, line: T) => void,
): void {
  const bySize = new Map<string, T[]>();
  for (const line of lines) {
    const equal = bySize.get(sizeOf(line));
    if (equal) equal.push(line);
    else bySize.set(sizeOf(line), [line]);
  }
  for (const equal of bySize.values()) {
    const texts = runsOf(equal.map(({ at }) => at)).map(({ at, count }) => address(at, count));
    for (const list of joined(texts)) if (equal[0]) work(sheet.Range(list), equal[0]);
  }
}

function joined(texts: readonly string[]): readonly string[] {
  const lists: string[] = [];
  for (const text of texts) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + text.length < LONGEST_ADDRESS) lists[lists.length - 1] = `${last},${text}`;
    else lists.push(text);
  }
  return lists;
}
