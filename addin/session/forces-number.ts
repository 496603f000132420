import type { Edit } from "#core/sheet/edit.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";

/** Whoever puts another number over one that the records give says why (R3); taking that back needs no reason. */
export function forcesNumber({ field, value }: Pick<Edit, "field" | "value">, report: ReportView | null): boolean {
  if (!report || value === null || value === "") return false;
  const [table, cell = ""] = field.split("!");
  return report.tables.find(({ no }) => String(no) === table)?.cells[cell]?.kind === "generated";
}
