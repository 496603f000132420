import type { z } from "zod";
import { contrastQuery, drillQuery, whatIfSchema } from "#core/protocol/report/report-tracing.ts";
import { contrastCells } from "#service/usecases/report/tracing/contrast-cells.ts";
import { drillCell } from "#service/usecases/report/tracing/drill-cell.ts";
import { whatIf } from "#service/usecases/report/tracing/what-if.ts";
import { json } from "../answers.ts";
import type { Route } from "../route.ts";
import { REPORT_PATH } from "./report-path.ts";
import { superiorLooks } from "./superior-looks.ts";

const report = { permission: "reader", object: "report" } as const;

/** Who is behind the numbers, and what a correction would move (R5, R5a, R12). */
export const reportTracingRoutes: readonly Route[] = [
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/drill`, query: drillQuery },
    handle: superiorLooks(async ({ services, caller, query }, key) =>
      json(await drillCell(services, caller, { key, ...(query as z.infer<typeof drillQuery>) })),
    ),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/contrast`, query: contrastQuery },
    handle: superiorLooks(async ({ services, caller, query }, key) =>
      json(await contrastCells(services, caller, { key, ...(query as z.infer<typeof contrastQuery>) })),
    ),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/what-if`, readsOnly: true, body: whatIfSchema },
    handle: superiorLooks(async ({ services, caller, body }, key) =>
      json(await whatIf(services, caller, { key, ...(body as z.infer<typeof whatIfSchema>) })),
    ),
  },
];
