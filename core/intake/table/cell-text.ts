import type { SeenCell, SeenMerge, SeenRow } from "../seen-workbook.ts";

/** What a cell says, blanks around it left out; "" for nothing. */
export function cellText(cell: SeenCell | undefined): string {
  if (cell?.value === undefined || cell.value === null) return "";
  return String(cell.shown ?? cell.value).trim();
}

/** Columns of the row that say something. */
export function filledColumns(row: SeenRow): readonly number[] {
  return row.cells.flatMap((cell, column) => (cellText(cell) === "" ? [] : [column]));
}

/** Texts of a row by column, a merged block's text in each of its columns and rows. */
export function spreadTexts(
  row: number,
  rows: ReadonlyMap<number, SeenRow>,
  merges: readonly SeenMerge[],
): readonly string[] {
  const texts = (rows.get(row)?.cells ?? []).map(cellText);
  for (const { top, left, bottom, right } of merges) {
    if (row < top || row > bottom) continue;
    const text = cellText(rows.get(top)?.cells[left]);
    for (let column = left; column <= Math.min(right, left + MOST_SPREAD); column += 1) {
      while (texts.length <= column) texts.push("");
      texts[column] = text;
    }
  }
  return texts;
}

/** A block merged over the whole sheet is no heading of sixteen thousand columns. */
const MOST_SPREAD = 200;

/** How wide the widest merged block is in each row that has one of three columns or more. */
export function wideRows(merges: readonly SeenMerge[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { top, left, bottom, right } of merges) {
    const width = right - left + 1;
    if (width < WIDE) continue;
    for (let row = top; row <= Math.min(bottom, top + MOST_SPREAD); row += 1)
      widths.set(row, Math.max(width, widths.get(row) ?? 0));
  }
  return widths;
}

const WIDE = 3;
