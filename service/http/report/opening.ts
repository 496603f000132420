import type { z } from "zod";
import { openingBookQuery, openingFormQuery, openingSchema } from "#core/protocol/report/report-opening.ts";
import { loadOpening } from "#service/usecases/report/entry/opening/load-opening.ts";
import { openingFromBook } from "#service/usecases/report/entry/opening/opening-from-book.ts";
import { outputOpeningForm } from "#service/usecases/report/output/output-opening-form.ts";
import { file, json } from "../answers.ts";
import type { Route } from "../route.ts";
import { wholeBody } from "../whole-body.ts";
import { onReport, REPORT_PATH } from "./report-path.ts";

const report = { permission: "reader", object: "report" } as const;

/** Last year's numbers of another system, by themselves or typed into a workbook of the form (R14). */
export const reportOpeningRoutes: readonly Route[] = [
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/opening`, body: openingSchema },
    handle: onReport(async ({ services, caller, body }, key) => {
      const { values, ...order } = body as z.infer<typeof openingSchema>;
      const given = { values, refused: [], places: new Map(), unchanged: 0, problems: [] };
      return json(await loadOpening(services, caller, { key, given, ...order }));
    }),
  },
  {
    ...{ ...report, method: "GET", path: `${REPORT_PATH}/opening/book`, query: openingFormQuery },
    handle: onReport(async ({ services, caller, query }, key) => {
      const { year, reason } = query as z.infer<typeof openingFormQuery>;
      return file(await outputOpeningForm(services, caller, { key, year, reason }));
    }),
  },
  {
    ...{ ...report, method: "POST", path: `${REPORT_PATH}/opening/book`, query: openingBookQuery, raw: "stream" },
    handle: onReport(async ({ services, caller, query, stream }, key) => {
      const order = query as z.infer<typeof openingBookQuery>;
      const content = await wholeBody(stream, services.limits.workbookBytes);
      if (!content.ok) return content;
      const given = await openingFromBook(services, caller, { key, year: order.year, content: content.value });
      return given.ok ? json(await loadOpening(services, caller, { key, given: given.value, ...order })) : given;
    }),
  },
];
