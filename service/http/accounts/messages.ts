import type { z } from "zod";
import { toId, type ItemKey, type LedgerId } from "#core/kernel/ids.ts";
import { noticesReadSchema, talkSchema } from "#core/protocol/ledgers.ts";
import { listDuties } from "#service/usecases/ledger/duty/list-duties.ts";
import { listNotices, markNoticesRead } from "#service/usecases/ledger/message/notices.ts";
import { readTalk, sayInTalk } from "#service/usecases/ledger/message/talk.ts";
import { json, nothing } from "../answers.ts";
import type { Route, RouteRequest } from "../route.ts";

/** What waits for whom, what he was told, and what the two sides of a challenge say to each other (L8). */
export const messageRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/duties",
    permission: "signed-in",
    object: "own-account",
    handle: async ({ services, caller }) => json(await listDuties(services, caller)),
  },
  {
    method: "GET",
    path: "/notices",
    permission: "signed-in",
    object: "own-account",
    handle: async ({ services, caller }) => json(await listNotices(services, caller)),
  },
  {
    method: "POST",
    path: "/notices/read",
    permission: "signed-in",
    object: "own-account",
    body: noticesReadSchema,
    ownAccount: true,
    handle: async ({ services, caller, body }) =>
      nothing(await markNoticesRead(services, caller, (body as z.infer<typeof noticesReadSchema>).ids)),
  },
  {
    method: "GET",
    path: "/ledgers/:ledger/items/:item/talk",
    permission: "signed-in",
    object: "ledger",
    handle: async (request) => json(await readTalk(request.services, request.caller, placeOf(request))),
  },
  {
    method: "POST",
    path: "/ledgers/:ledger/items/:item/talk",
    permission: "signed-in",
    object: "ledger",
    body: talkSchema,
    handle: async (request) => {
      const { text } = request.body as z.infer<typeof talkSchema>;
      return json(await sayInTalk(request.services, request.caller, { ...placeOf(request), text }), 201);
    },
  },
];

function placeOf({ params }: RouteRequest): { readonly ledgerId: LedgerId; readonly item: ItemKey } {
  return { ledgerId: toId(params["ledger"] ?? ""), item: toId(params["item"] ?? "") };
}
