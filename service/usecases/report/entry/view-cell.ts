import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportCellCard } from "#core/protocol/report/report-tracing.ts";
import { cellNames } from "#core/report/definition/cell-title.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { sayRule } from "#core/wording/say-rule.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import { fieldLabels } from "../tracing/field-labels.ts";
import type { ReportServices } from "../report-services.ts";
import { findingViewOf } from "./finding-view-of.ts";
import { reportStanding } from "./report-standing.ts";

/** Everything about one cell: its rule in words, last year's number, who changed it when and why (W9, R5b). */
export async function viewCell(
  services: ReportServices,
  caller: Caller,
  { key, cell }: { readonly key: ReportKey; readonly cell: string },
): Promise<Result<ReportCellCard, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<ReportCellCard, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const found = standing.cells.get(cell);
    if (!found) return refuse({ code: "report-cell-unknown", given: cell });
    const { compiled, named } = opened.value;
    // Where nothing is counted nothing is named either.
    const labels = fieldLabels(services.reportSets, found.compiled.counted?.population ?? "people");
    const saying = { ...labels, conditions: compiled.conditions, named };
    const history = await tx.ledgers.history(reportRecord(key), cell);
    return ok({
      cell,
      ...cellNames(found.table, found.compiled.cell),
      rule: {
        zh: sayRule(found.compiled, { ...saying, language: "zh" }),
        en: sayRule(found.compiled, { ...saying, language: "en" }),
      },
      lastYear: standing.lastYear.values.get(cell) ?? null,
      revision: standing.revisions.get(cell) ?? 0,
      history: history.map(({ value, reason, who, at }) => ({ value, reason, who, at })),
      findings: standing.findings.map(findingViewOf).filter(({ cells }) => cells.includes(cell)),
    });
  });
}
