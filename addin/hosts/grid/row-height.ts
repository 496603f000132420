import type { Cell, CellValue } from "#core/sheet/cell.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";

const LEAST: Readonly<Record<Row["kind"], number>> = {
  title: 36,
  info: 22,
  header: 30,
  section: 26,
  data: 26,
  total: 26,
  legend: 20,
};
const LINE = 21;
const MARGIN = 6;
const MOST = 260;

/** Pixels. Reckoned from the texts, because a canvas does not grow rows by itself and measuring 5,000 cells takes too long. */
export function rowHeight(sheet: Sheet, rowIndex: number): number {
  const row = sheet.rows[rowIndex];
  if (!row) return LEAST.data;
  const least = row.height === undefined ? LEAST[row.kind] : Math.round((row.height * 96) / 72);
  const lines = sheet.columns.map((column, columnIndex) => {
    const width = mergedWidth(sheet, { row: rowIndex, column: columnIndex });
    return width === 0 ? 0 : linesOf(row.cells[column.key], width);
  });
  return Math.min(MOST, Math.max(least, Math.max(0, ...lines) * LINE + MARGIN));
}

/** Width of a spreadsheet column of so many characters, in pixels. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7.6 + 8);
}

/** Characters of a text as spreadsheets count them: a Chinese one is as wide as two digits. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Characters across a cell; 0 where a merge covers it or spans rows, so that it does not ask for height. */
function mergedWidth(sheet: Sheet, at: { readonly row: number; readonly column: number }): number {
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => at.row >= top && at.row <= bottom && at.column >= left && at.column <= right,
  );
  if (!merge) return sheet.columns[at.column]?.width ?? 0;
  if (merge.top !== merge.bottom || merge.left !== at.column) return 0;
  return sheet.columns.slice(merge.left, merge.right + 1).reduce((sum, { width }) => sum + width, 0);
}

function linesOf(cell: Cell | undefined, width: number): number {
  if (!cell || typeof cell.value !== "string") return 1;
  return textLines(cell.value, width);
}

/** Lines that a text takes in a column of so many characters. */
export function textLines(value: CellValue, width: number): number {
  return String(value ?? "")
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
}
