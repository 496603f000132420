import type { Cell } from "./cell.ts";
import type { Row, Sheet } from "./sheet.ts";

/** Points. */
const LEAST: Readonly<Record<Row["kind"], number>> = {
  title: 27,
  info: 16.5,
  header: 22.5,
  section: 19.5,
  data: 19.5,
  total: 19.5,
  legend: 15,
};
const LINE = 15.75;
const MARGIN = 4.5;
const MOST = 195;

/** What heights are reckoned from. */
export type DrawnRows = Pick<Sheet, "rows" | "columns" | "merges">;

/**
 * Height of a row in points, reckoned from its texts and the column widths: neither a canvas nor a file grows rows by
 * itself, and measuring thousands of cells takes too long.
 */
export function rowHeight(sheet: DrawnRows, rowIndex: number): number {
  const row = sheet.rows[rowIndex];
  if (!row) return LEAST.data;
  const lines = sheet.columns.map((column, columnIndex) => {
    const width = widthAcross(sheet, { row: rowIndex, column: columnIndex });
    return width === 0 ? 0 : linesOf(row.cells[column.key], width);
  });
  return Math.min(MOST, Math.max(row.height ?? LEAST[row.kind], Math.max(0, ...lines) * LINE + MARGIN));
}

/** Characters of a text as spreadsheets count them: a Chinese one is as wide as two digits, and so is a pair of surrogates. */
export function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit <= 0x2e7f) width += 1;
    else if (unit < 0xdc00 || unit > 0xdfff) width += 2;
  }
  return width;
}

/** Characters across a cell; 0 where a merge covers it or spans rows, so that it does not ask for height. */
function widthAcross(sheet: DrawnRows, at: { readonly row: number; readonly column: number }): number {
  if (sheet.merges.length === 0) return sheet.columns[at.column]?.width ?? 0;
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => at.row >= top && at.row <= bottom && at.column >= left && at.column <= right,
  );
  if (!merge) return sheet.columns[at.column]?.width ?? 0;
  if (merge.top !== merge.bottom || merge.left !== at.column) return 0;
  return sheet.columns.slice(merge.left, merge.right + 1).reduce((sum, { width }) => sum + width, 0);
}

function linesOf(cell: Cell | undefined, width: number): number {
  if (!cell || typeof cell.value !== "string") return 1;
  const across = Math.max(1, width - 1);
  // Most texts fit however wide their characters are.
  const isOneLine = !cell.value.includes("\n");
  if (isOneLine && cell.value.length * 2 <= across) return 1;
  if (isOneLine) return Math.max(1, Math.ceil(textWidth(cell.value) / across));
  return cell.value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / across)), 0);
}
