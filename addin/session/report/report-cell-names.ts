import { cellNames } from "#core/report/definition/cell-title.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";

export interface ReportCellNames {
  readonly row: string;
  readonly column: string;
}

/** What "2!C4" is called where it stands without its sheet: its address, and the headings of its row and column. */
export function reportCellNames({ tables }: Pick<ReportView, "tables">, address: string): ReportCellNames | null {
  const [no, cell = ""] = address.split("!");
  const table = tables.find((each) => String(each.no) === no);
  if (!table || cell === "") return null;
  const { row, column } = cellNames(table, cell);
  return { row: `${address} ${row}`.trim(), column };
}
