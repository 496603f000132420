import type { z } from "zod";
import { accountReasonSchema, makeMemberAccountsSchema, type MakeMemberAccounts } from "#core/protocol/accounts.ts";
import {
  resetAccount,
  setAccountState,
  unlockAccount,
  type AdministerRequest,
} from "#service/usecases/account/administer-account.ts";
import { makeMemberAccounts } from "#service/usecases/account/make-member-accounts.ts";
import { json, nothing } from "../answers.ts";
import type { Route, RouteRequest } from "../route.ts";

const administers = {
  method: "POST",
  permission: "administers",
  object: "account",
  body: accountReasonSchema,
} as const;

export const accountRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/accounts/members",
    permission: "administers",
    object: "unit",
    body: makeMemberAccountsSchema,
    handle: async ({ services, caller, body }) =>
      json(await makeMemberAccounts(services, { caller, asked: body as MakeMemberAccounts }), 201),
  },
  {
    ...administers,
    path: "/accounts/:account/reset",
    handle: async (request) => json(await resetAccount(request.services, asked(request))),
  },
  {
    ...administers,
    path: "/accounts/:account/unlock",
    handle: async (request) => nothing(await unlockAccount(request.services, asked(request))),
  },
  {
    ...administers,
    path: "/accounts/:account/disable",
    handle: async (request) =>
      nothing(await setAccountState(request.services, { ...asked(request), state: "disabled" })),
  },
  {
    ...administers,
    path: "/accounts/:account/enable",
    handle: async (request) => nothing(await setAccountState(request.services, { ...asked(request), state: "active" })),
  },
];

function asked({ caller, params, body }: RouteRequest): AdministerRequest {
  const { reason } = body as z.infer<typeof accountReasonSchema>;
  return { caller, accountId: params["account"] ?? "", reason };
}
