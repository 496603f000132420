import type { z } from "zod";
import { accountRequestSchema, decideRequestSchema, type AccountRequest } from "#core/protocol/accounts.ts";
import { decideRequest } from "#service/usecases/account/requests/decide-request.ts";
import { issueSlip } from "#service/usecases/account/requests/issue-slip.ts";
import { listRequests, openRequest } from "#service/usecases/account/requests/list-requests.ts";
import { requestAccount } from "#service/usecases/account/requests/request-account.ts";
import { json } from "../answers.ts";
import type { Route } from "../route.ts";

/** Two people make an account that administers (A4): one asks, one above him decides. */
export const accountRequestRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/account-requests",
    permission: "signed-in",
    object: "account-request",
    handle: async ({ services, caller }) => json(await listRequests(services, caller)),
  },
  {
    method: "POST",
    path: "/account-requests",
    permission: "administers",
    object: "unit",
    body: accountRequestSchema,
    handle: async ({ services, caller, body }) =>
      json(await requestAccount(services, { caller, asked: body as AccountRequest }), 201),
  },
  {
    method: "GET",
    path: "/account-requests/:request",
    permission: "signed-in",
    object: "account-request",
    handle: async ({ services, caller, params }) =>
      json(await openRequest(services, { caller, requestId: params["request"] ?? "" })),
  },
  {
    method: "POST",
    path: "/account-requests/:request/decision",
    permission: "signed-in",
    object: "account-request",
    body: decideRequestSchema,
    handle: async ({ services, caller, params, body }) => {
      const { approve, remark } = body as z.infer<typeof decideRequestSchema>;
      return json(await decideRequest(services, { caller, requestId: params["request"] ?? "", approve, remark }));
    },
  },
  {
    method: "POST",
    path: "/account-requests/:request/slip",
    permission: "administers",
    object: "account-request",
    handle: async ({ services, caller, params }) =>
      json(await issueSlip(services, { caller, requestId: params["request"] ?? "" })),
  },
];
