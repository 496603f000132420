import type { z } from "zod";
import { toId } from "#core/kernel/ids.ts";
import { extensionSchema, windowQuery, windowSchema } from "#core/protocol/ledgers.ts";
import { extendWindow } from "#service/usecases/ledger/window/extend-window.ts";
import { listWindows } from "#service/usecases/ledger/window/list-windows.ts";
import { setWindow } from "#service/usecases/ledger/window/set-window.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** Stages of a level and year (L15). */
export const windowRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/windows",
    permission: "reader",
    object: "unit",
    query: windowQuery,
    handle: async ({ services, caller, query }) => {
      const { unitId, year } = query as z.infer<typeof windowQuery>;
      return json(await listWindows(services, caller, { unitId: toId(unitId), year }));
    },
  },
  {
    method: "PUT",
    path: "/windows",
    permission: "reader",
    object: "unit",
    body: windowSchema,
    handle: async ({ services, caller, body }) =>
      json(await setWindow(services, caller, body as z.infer<typeof windowSchema>)),
  },
  {
    method: "POST",
    path: "/windows/extensions",
    permission: "reader",
    object: "unit",
    body: extensionSchema,
    handle: async ({ services, caller, body }) =>
      nothing(await extendWindow(services, caller, body as z.infer<typeof extensionSchema>)),
  },
];
