import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { CountedCell } from "#core/report/compile/compiled-set.ts";
import { ScopeCounter } from "#core/report/counting/tabulate.ts";
import { parseCellAddress } from "#core/report/formula/cell-name.ts";
import { contrast, type Contrast } from "#core/report/tracing/contrast.ts";
import { listCounted, type CountedList } from "#core/report/tracing/list-counted.ts";
import type { Report } from "../numbers/generate-report.ts";
import { SHOWN_FIELDS } from "../numbers/load-populations.ts";

export interface CellUnknown {
  readonly code: "report-cell-unknown";
  readonly given: string;
}

/** Who is behind a number (R5). */
export function traceCell(report: Report, address: string): Result<CountedList, CellUnknown> {
  const cell = countedAt(report, address);
  return cell ? ok(listCounted(cell, tracingOf(report))) : refuse({ code: "report-cell-unknown", given: address });
}

/** Who is in one number and not in the other, and why (R5a). */
export function contrastCells(report: Report, first: string, second: string): Result<Contrast, CellUnknown> {
  const [one, other] = [countedAt(report, first), countedAt(report, second)];
  if (!one || !other) return refuse({ code: "report-cell-unknown", given: one ? second : first });
  return ok(contrast(one, other, { ...tracingOf(report), units: report.units }));
}

function tracingOf({ compiled, cache, units }: Report) {
  return { compiled, cache, counter: new ScopeCounter(cache, units), shown: SHOWN_FIELDS };
}

function countedAt({ compiled }: Report, address: string): CountedCell | null {
  const at = parseCellAddress(address);
  const table = compiled.tables.find(({ definition }) => definition.no === at?.table);
  return table?.cells.find(({ cell }) => cell === at?.cell)?.counted ?? null;
}
