import type { ReportFindingView } from "#core/sheet/report/report-view.ts";

/** The table that a check belongs to, or those whose cells it compares. */
export function tablesOfFinding({ table, cells }: ReportFindingView): readonly number[] {
  if (table !== null) return [table];
  return [...new Set(cells.map((cell) => Number(cell.slice(0, cell.indexOf("!")))))];
}
