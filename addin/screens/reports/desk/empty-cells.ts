import type { ReportView } from "#core/sheet/report/report-view.ts";

/** Green cells that nobody filled in yet, "5!B3"; of one table or (null) of all. */
export function emptyCells({ tables }: ReportView, table: number | null): readonly string[] {
  return tables
    .filter(({ no }) => table === null || no === table)
    .flatMap(({ no, cells }) =>
      Object.entries(cells)
        .filter(([, { kind, value }]) => kind === "manual" && value === null)
        .map(([cell]) => `${no}!${cell}`),
    );
}
