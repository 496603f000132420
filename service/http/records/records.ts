import type { z } from "zod";
import { recordPushSchema } from "#core/protocol/push.ts";
import { onQuery, rosterQuery } from "#core/protocol/records/records.ts";
import { listRecordUnits } from "#service/usecases/record/list-record-units.ts";
import { pushRecordEdits } from "#service/usecases/record/push/push-record-edits.ts";
import { viewRoster } from "#service/usecases/record/roster/view-roster.ts";
import { json } from "../answers.ts";
import type { Route } from "../route.ts";

/** Records as sheets (M4, W3): the units an officer works on, their lists, and what he changed in them. */
export const recordRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/units",
    permission: "reader",
    object: "none",
    query: onQuery,
    handle: async ({ services, caller, query }) =>
      json(await listRecordUnits(services, caller, query as z.infer<typeof onQuery>)),
  },
  {
    method: "GET",
    path: "/records/rosters/:list",
    permission: "reader",
    object: "unit",
    query: rosterQuery,
    handle: async ({ services, caller, params, query }) => {
      const asked = query as z.infer<typeof rosterQuery>;
      return json(await viewRoster(services, caller, { list: params["list"] ?? "", ...asked }));
    },
  },
  {
    method: "POST",
    path: "/records/push",
    permission: "reader",
    object: "record",
    body: recordPushSchema,
    handle: async ({ services, caller, body }) =>
      json(await pushRecordEdits(services, caller, body as z.infer<typeof recordPushSchema>)),
  },
];
