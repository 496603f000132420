import type { z } from "zod";
import { importQuery } from "#core/protocol/ledgers.ts";
import { outputReportQuery } from "#core/protocol/report/reports.ts";
import { outputComparisonQuery } from "#core/protocol/report/report-exchange.ts";
import { importReportWorkbook } from "#service/usecases/report/output/import-report-workbook.ts";
import { outputComparison, outputFindings } from "#service/usecases/report/output/output-lists.ts";
import { outputReport } from "#service/usecases/report/output/output-report.ts";
import { file, json } from "../answers.ts";
import type { Route } from "../route.ts";
import { wholeBody } from "../whole-body.ts";
import { onReport, REPORT_PATH } from "./report-path.ts";

const report = { permission: "reader", object: "report" } as const;

/** A report leaves as a workbook and comes back filled in (W7). */
export const reportOutputRoutes: readonly Route[] = [
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/output`, query: outputReportQuery },
    handle: onReport(async ({ services, caller, query }, key) => {
      const { reason } = query as z.infer<typeof outputReportQuery>;
      return file(await outputReport(services, caller, { key, reason }));
    }),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/output/findings`, query: outputReportQuery },
    handle: onReport(async ({ services, caller, query }, key) => {
      const { reason } = query as z.infer<typeof outputReportQuery>;
      return file(await outputFindings(services, caller, { key, reason }));
    }),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/output/comparison`, query: outputComparisonQuery },
    handle: onReport(async ({ services, caller, query }, key) => {
      const { reason, year } = query as z.infer<typeof outputComparisonQuery>;
      return file(await outputComparison(services, caller, { key, reason, year }));
    }),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/import`, query: importQuery, raw: "stream" },
    handle: onReport(async ({ services, caller, query, stream }, key) => {
      const { dryRun } = query as z.infer<typeof importQuery>;
      const content = await wholeBody(stream, services.limits.workbookBytes);
      if (!content.ok) return content;
      return json(await importReportWorkbook(services, caller, { content: content.value, key, dryRun }));
    }),
  },
];
