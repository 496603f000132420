import { rowHeight, type DrawnRows } from "#core/sheet/row-height.ts";

/** What margins leave of A4 across, in points. */
const PAPER = { width: 741, height: 487 };
/** Of a column that holds so many characters. */
const CHARACTER = 5.25;
const PADDING = 3.75;
/** Letters may become so much smaller for it, and not smaller than that of their size. */
const MOST_SHRUNK = 0.72;
const LEAST_SCALE = 0.4;

/**
 * Pages a sheet is squeezed onto, so that no page holds nothing but what stands below the table, and a table that nearly fits one page
 * is on one; undefined: as many as it takes.
 */
export function pagesTall(
  sheet: DrawnRows,
  { lastColumn, headings }: { readonly lastColumn: number; readonly headings: number },
): number | undefined {
  const printed = sheet.columns.slice(0, lastColumn + 1);
  const across = printed.reduce((sum, { width }) => sum + width * CHARACTER + PADDING, 0);
  const scale = Math.min(1, PAPER.width / across);
  const heights = sheet.rows.map((_, at) => rowHeight(sheet, at));
  const tall = heights.reduce((sum, height) => sum + height, 0);
  const repeated = headings * 22.5;
  const pages = Math.max(1, (tall * scale) / PAPER.height);
  const fewer = Math.max(1, Math.floor(pages));
  const needed = (tall + repeated * (fewer - 1)) * scale;
  const shrunk = Math.min(1, (fewer * PAPER.height) / needed);
  return shrunk >= MOST_SHRUNK && shrunk * scale >= LEAST_SCALE ? fewer : undefined;
}
