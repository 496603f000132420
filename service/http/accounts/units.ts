import { makeUnitSchema, type MakeUnit } from "#core/protocol/accounts.ts";
import { listAccounts } from "#service/usecases/account/list-accounts.ts";
import { listUnits, makeUnit } from "#service/usecases/account/units.ts";
import { json } from "../answers.ts";
import type { Route } from "../route.ts";

export const unitRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/units",
    permission: "administers",
    object: "unit",
    handle: async ({ caller }) => json(listUnits(caller)),
  },
  {
    method: "POST",
    path: "/units",
    permission: "administers",
    object: "unit",
    body: makeUnitSchema,
    handle: async ({ services, caller, body }) =>
      json(await makeUnit(services, { caller, asked: body as MakeUnit }), 201),
  },
  {
    method: "GET",
    path: "/units/:unit/accounts",
    permission: "administers",
    object: "unit",
    handle: async ({ services, caller, params }) =>
      json(await listAccounts(services, { caller, unitId: params["unit"] ?? "" })),
  },
];
