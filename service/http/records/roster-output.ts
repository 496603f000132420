import type { z } from "zod";
import { rosterOutputQuery } from "#core/protocol/records/roster-output.ts";
import { outputRoster } from "#service/usecases/record/roster/output-roster.ts";
import { file } from "../answers.ts";
import type { Route } from "../route.ts";

/** Lists leave as workbooks (A13). */
export const rosterOutputRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/rosters/:list/output",
    permission: "reader",
    object: "unit",
    query: rosterOutputQuery,
    handle: async ({ services, caller, params, query }) => {
      const asked = query as z.infer<typeof rosterOutputQuery>;
      return file(await outputRoster(services, caller, { list: params["list"] ?? "", ...asked }));
    },
  },
];
