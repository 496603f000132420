import type { z } from "zod";
import {
  answerPointSchema,
  decisionSchema,
  outputReportQuery,
  overviewQuery,
  printedSchema,
  returnSchema,
  submitSchema,
} from "#core/protocol/report/reports.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { refuse } from "#core/kernel/result.ts";
import { answerPoint } from "#service/usecases/report/submission/answer-point.ts";
import { handOver } from "#service/usecases/report/submission/hand-over.ts";
import { judgeReport } from "#service/usecases/report/submission/judge-report.ts";
import { outputMaterial } from "#service/usecases/report/submission/output-materials.ts";
import { reportOverview } from "#service/usecases/report/submission/report-overview.ts";
import { rollupReport } from "#service/usecases/report/submission/rollup-report.ts";
import { viewGate } from "#service/usecases/report/submission/view-gate.ts";
import { viewMaterials } from "#service/usecases/report/submission/view-materials.ts";
import { viewSubmission } from "#service/usecases/report/submission/view-submission.ts";
import { file, json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";
import { onReport, REPORT_PATH } from "./report-path.ts";
import { superiorLooks } from "./superior-looks.ts";

const report = { permission: "reader", object: "report" } as const;
type Decision = z.infer<typeof decisionSchema>;

/** Gate, submission, the superior's part, the materials (R7 to R9, R13). */
export const reportSubmissionRoutes: readonly Route[] = [
  {
    ...{ ...report, method: "GET", path: "/reports/overview", query: overviewQuery },
    handle: async ({ services, caller, query }) => {
      const { set, unit, on } = query as z.infer<typeof overviewQuery>;
      const day = parseDay(on);
      if (day === undefined) return refuse({ code: "not-found" });
      return json(await reportOverview(services, caller, { setId: set, unitId: toId<UnitId>(unit), on: day }));
    },
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/gate` },
    handle: superiorLooks(async ({ services, caller }, key) => json(await viewGate(services, caller, key))),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/submission` },
    handle: superiorLooks(async ({ services, caller }, key) => json(await viewSubmission(services, caller, key))),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/rollup` },
    handle: onReport(async ({ services, caller }, key) => json(await rollupReport(services, caller, key))),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/submit`, body: submitSchema },
    handle: onReport(async ({ services, caller, body }, key) => {
      const { key: pushKey } = body as z.infer<typeof submitSchema>;
      return nothing(await handOver(services, caller, { key, pushKey }));
    }),
  },
  ...(["withdraw", "accept", "unlock"] as const).map((act): Route => ({
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/${act}`, body: decisionSchema },
    handle: onReport(async ({ services, caller, body }, key) => {
      const { reason, number } = body as Decision;
      return nothing(await judgeReport(services, caller, { key, number, judgement: { act, reason } }));
    }),
  })),
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/return`, body: returnSchema },
    handle: onReport(async ({ services, caller, body }, key) => {
      const { reason, number, remarks } = body as z.infer<typeof returnSchema>;
      const judgement = { act: "return", reason } as const;
      return nothing(await judgeReport(services, caller, { key, number, remarks, judgement }));
    }),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/printed`, body: printedSchema },
    handle: onReport(async ({ services, caller, body }, key) => {
      const on = parseDay((body as z.infer<typeof printedSchema>).on);
      if (on === undefined) return refuse({ code: "not-found" });
      return nothing(await judgeReport(services, caller, { key, judgement: { act: "print", on } }));
    }),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/materials` },
    handle: superiorLooks(async ({ services, caller }, key) => json(await viewMaterials(services, caller, key))),
  },
  {
    ...{ ...report, method: "PUT", path: `${REPORT_PATH}/answers`, body: answerPointSchema },
    handle: onReport(async ({ services, caller, body }, key) =>
      nothing(await answerPoint(services, caller, { key, ...(body as z.infer<typeof answerPointSchema>) })),
    ),
  },
  ...(["points", "lists"] as const).map((kind): Route => ({
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/materials/${kind}`, query: outputReportQuery },
    handle: superiorLooks(async ({ services, caller, query }, key) => {
      const { reason } = query as z.infer<typeof outputReportQuery>;
      return file(await outputMaterial(services, caller, { key, kind, reason }));
    }),
  })),
];
