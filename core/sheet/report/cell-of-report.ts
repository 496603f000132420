import type { ReportCellView, ReportView } from "./report-view.ts";

/** What the view says of "2!C4". */
export function cellOfReport(view: Pick<ReportView, "tables">, address: string): ReportCellView | null {
  const [table, cell = ""] = address.split("!");
  return view.tables.find(({ no }) => String(no) === table)?.cells[cell] ?? null;
}
