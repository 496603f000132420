import type { z } from "zod";
import { explainSchema, unitQuery } from "#core/protocol/records/records.ts";
import { explainFinding } from "#service/usecases/record/check/explain-finding.ts";
import { listFindings } from "#service/usecases/record/check/list-findings.ts";
import { listRequired } from "#service/usecases/record/check/list-required.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** What records lack (M2) and what the checks say about them (M21). */
export const recordCheckRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/required",
    permission: "reader",
    object: "unit",
    query: unitQuery,
    handle: async ({ services, caller, query }) =>
      json(await listRequired(services, caller, query as z.infer<typeof unitQuery>)),
  },
  {
    method: "GET",
    path: "/records/findings",
    permission: "reader",
    object: "unit",
    query: unitQuery,
    handle: async ({ services, caller, query }) =>
      json(await listFindings(services, caller, query as z.infer<typeof unitQuery>)),
  },
  {
    method: "POST",
    path: "/records/findings/explain",
    permission: "reader",
    object: "record",
    body: explainSchema,
    handle: async ({ services, caller, body }) =>
      nothing(await explainFinding(services, caller, body as z.infer<typeof explainSchema>)),
  },
];
