import type { SheetProblem } from "#core/sheet/edit.ts";
import type { ImportedCell } from "../push.ts";
import { compareQuery } from "./report-tracing.ts";
import { outputReportQuery } from "./reports.ts";

/** GET .../output/comparison: the report beside an earlier year; .../output/findings takes `outputReportQuery` (A13). */
export const outputComparisonQuery = outputReportQuery.extend(compareQuery.shape);

/** POST /reports/:set/:unit/:on/import: what was changed in the workbook, cell by cell, and what became of it (W7). */
export interface ReportImportAnswer {
  /** "report:2017:UNIT:2026-12-31". */
  readonly record: string;
  readonly unitName: string;
  readonly dryRun: boolean;
  readonly change: number;
  readonly cells: readonly ImportedCell[];
  /** What could not be sent and why; the cells beside it were sent. */
  readonly problems: readonly SheetProblem[];
}
