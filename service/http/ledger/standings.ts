import type { z } from "zod";
import { refuse } from "#core/kernel/result.ts";
import { publishStandingSchema, standingOutputQuery, standingQuery } from "#core/protocol/standings.ts";
import { listStandingChoices } from "#service/usecases/standing/list-standing-choices.ts";
import { outputStanding } from "#service/usecases/standing/output-standing.ts";
import { publishStanding } from "#service/usecases/standing/publish-standing.ts";
import { viewFairness } from "#service/usecases/standing/view-fairness.ts";
import { viewStanding } from "#service/usecases/standing/view-standing.ts";
import { file, json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** Standings and the fairness report (L16, L17). */
export const standingRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/standings",
    permission: "reader",
    object: "standing",
    query: standingQuery,
    handle: async ({ services, caller, query }) =>
      json(await viewStanding(services, caller, query as z.infer<typeof standingQuery>)),
  },
  {
    method: "GET",
    path: "/standings/choices",
    permission: "reader",
    object: "standing",
    handle: async ({ services, caller }) => json(await listStandingChoices(services, caller)),
  },
  {
    method: "POST",
    path: "/standings/publication",
    permission: "reader",
    object: "standing",
    body: publishStandingSchema,
    handle: async ({ services, caller, body }) =>
      nothing(await publishStanding(services, caller, body as z.infer<typeof publishStandingSchema>)),
  },
  {
    method: "GET",
    path: "/standings/output/:format",
    permission: "reader",
    object: "standing",
    query: standingOutputQuery,
    handle: async ({ services, caller, params, query: asked }) => {
      const format = params["format"];
      if (format !== "xlsx" && format !== "docx") return refuse({ code: "not-found" });
      const { reason, ...query } = asked as z.infer<typeof standingOutputQuery>;
      return file(await outputStanding(services, caller, { query, format, reason }));
    },
  },
  {
    method: "GET",
    path: "/fairness",
    permission: "reader",
    object: "standing",
    query: standingQuery,
    handle: async ({ services, caller, query }) =>
      json(await viewFairness(services, caller, query as z.infer<typeof standingQuery>)),
  },
];
