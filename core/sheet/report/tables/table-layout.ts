import { gridCell } from "#core/report/formula/cell-name.ts";
import type { CellPosition } from "#core/sheet/cell-address.ts";
import type { ReportTableView } from "../report-view.ts";
import { supplementPieces, type SupplementPiece } from "./supplement-pieces.ts";

/** Where everything of a table stands in its sheet, known before anything is drawn: formulas name cells of later tables too. */
export interface TableLayout {
  readonly table: ReportTableView;
  /** Tab name. */
  readonly sheet: string;
  /** Columns before the numbers that hold what a row is called; the line number follows them. */
  readonly stubs: number;
  /** Levels of nested headings. */
  readonly headings: number;
  /** Position of the first heading. */
  readonly headRow: number;
  /** Of the letters below the headings. */
  readonly lettersRow: number;
  readonly firstRow: number;
  readonly pieces: readonly SupplementPiece[];
  /** By "C4" or "补1.2", in positions of `rows` and `columns`: cells that the form has. */
  readonly places: ReadonlyMap<string, CellPosition>;
}

/** Title and head stand above the headings. */
const HEAD_ROW = 2;

export function tableLayout(table: ReportTableView, sheet: string): TableLayout {
  const stubs = Math.max(1, ...table.rows.map(({ path }) => path.length));
  const headings = Math.max(1, ...table.columns.map(({ path }) => path.length));
  const lettersRow = HEAD_ROW + headings;
  const firstRow = lettersRow + 1;
  const pieces = table.supplement.flatMap(supplementPieces);
  const layout = { table, sheet, stubs, headings, headRow: HEAD_ROW, lettersRow, firstRow, pieces };
  return { ...layout, places: placesOf(layout) };
}

function placesOf({ table, stubs, firstRow, pieces }: Omit<TableLayout, "places">): TableLayout["places"] {
  const columns = new Map(table.columns.map(({ id }, index) => [id, stubs + 1 + index]));
  const rows = new Map(table.rows.map(({ no }, index) => [no, firstRow + index]));
  // A heading stands between the body and its supplementary lines.
  const blanks = new Map(pieces.map(({ cell }, index) => [cell, firstRow + table.rows.length + 1 + index]));
  const places = new Map<string, CellPosition>();
  for (const cell of Object.keys(table.cells)) {
    const at = gridCell(cell);
    const row = at ? rows.get(at.row) : blanks.get(cell);
    const column = at ? columns.get(at.column) : stubs + 1;
    if (row !== undefined && column !== undefined) places.set(cell, { row, column });
  }
  return places;
}
