import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { CompareView } from "#core/protocol/report/report-tracing.ts";
import { compareValues } from "#core/report/comparing/compare-values.ts";
import { cellTitle } from "#core/report/definition/cell-title.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { earlierYear } from "./opening/last-year.ts";
import { reportStanding } from "./report-standing.ts";

/** A report beside the unit's numbers of an earlier year, largest changes first (R6). */
export async function compareReport(
  services: ReportServices,
  caller: Caller,
  { key, year }: { readonly key: ReportKey; readonly year: number },
): Promise<Result<CompareView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<CompareView, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const { cells, values } = await reportStanding(tx, opened.value);
    const { source, values: before } = await earlierYear(tx, key, year);
    const years = await tx.reports.yearsKnown(key);
    const compared = source === null ? [] : compareValues(cells.keys(), values, before);
    const rows = compared.flatMap((row) => {
      const found = cells.get(row.cell);
      return found ? [{ ...row, title: cellTitle(found.table, found.compiled.cell) }] : [];
    });
    return ok({ year, source, years: years.filter((one) => one < Number(key.on.slice(0, 4))), rows });
  });
}
