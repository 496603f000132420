import type { z } from "zod";
import { recordPushSchema } from "#core/protocol/push.ts";
import { cellQuery, compareQuery } from "#core/protocol/report/report-tracing.ts";
import { exemptSchema, explainCheckSchema, unexemptQuery } from "#core/protocol/report/reports.ts";
import { compareReport } from "#service/usecases/report/entry/compare-report.ts";
import { exemptCheck, unexemptCheck } from "#service/usecases/report/entry/exempt-check.ts";
import { explainCheck } from "#service/usecases/report/entry/explain-check.ts";
import { listSets } from "#service/usecases/report/entry/list-sets.ts";
import { pushReportEdits } from "#service/usecases/report/entry/push-report-edits.ts";
import { viewCell } from "#service/usecases/report/entry/view-cell.ts";
import { viewReport } from "#service/usecases/report/entry/view-report.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";
import { onReport, REPORT_PATH } from "./report-path.ts";
import { superiorLooks } from "./superior-looks.ts";

const report = { permission: "reader", object: "report" } as const;

/** What officers see of a report and put into it (R2 to R4, R6). */
export const reportViewRoutes: readonly Route[] = [
  {
    ...{ permission: "reader", object: "none", method: "GET", path: "/reports/sets" },
    handle: async ({ services, caller }) => json(await listSets(services, caller)),
  },
  {
    ...{ ...report, method: "POST", path: "/reports/push", body: recordPushSchema },
    handle: async ({ services, caller, body }) =>
      json(await pushReportEdits(services, caller, body as z.infer<typeof recordPushSchema>)),
  },
  {
    ...{ ...report, method: "GET", path: REPORT_PATH },
    handle: onReport(async ({ services, caller }, key) => json(await viewReport(services, caller, key))),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/cell`, query: cellQuery },
    handle: superiorLooks(async ({ services, caller, query }, key) =>
      json(await viewCell(services, caller, { key, ...(query as z.infer<typeof cellQuery>) })),
    ),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/compare`, query: compareQuery },
    handle: superiorLooks(async ({ services, caller, query }, key) =>
      json(await compareReport(services, caller, { key, ...(query as z.infer<typeof compareQuery>) })),
    ),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/explain`, body: explainCheckSchema },
    handle: onReport(async ({ services, caller, body }, key) =>
      nothing(await explainCheck(services, caller, { key, ...(body as z.infer<typeof explainCheckSchema>) })),
    ),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/exempt`, body: exemptSchema },
    handle: onReport(async ({ services, caller, body }, key) =>
      nothing(await exemptCheck(services, caller, { key, ...(body as z.infer<typeof exemptSchema>) })),
    ),
  },
  {
    ...{ ...report, method: "DELETE", path: `${REPORT_PATH}/exempt`, query: unexemptQuery },
    handle: onReport(async ({ services, caller, query }, key) =>
      nothing(await unexemptCheck(services, caller, { key, ...(query as z.infer<typeof unexemptQuery>) })),
    ),
  },
];
