import type { z } from "zod";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { copyNewSchema, historyQuery, ledgerListQuery, substituteSchema, voidSchema } from "#core/protocol/ledgers.ts";
import { ledgerPushSchema } from "#core/protocol/push.ts";
import { copyNewLedger } from "#service/usecases/ledger/copy-new-ledger.ts";
import { listLedgers } from "#service/usecases/ledger/list-ledgers.ts";
import { nameSubstitute } from "#service/usecases/ledger/name-substitute.ts";
import { openLedger } from "#service/usecases/ledger/open-ledger.ts";
import { pushLedgerEdits } from "#service/usecases/ledger/push/push-ledger-edits.ts";
import { readFieldHistory } from "#service/usecases/ledger/read-field-history.ts";
import { removeLedger } from "#service/usecases/ledger/remove-ledger.ts";
import { voidLedger } from "#service/usecases/ledger/void-ledger.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** Ledgers: making, finding, opening, filling (L1 to L11, W3). */
export const ledgerRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/ledgers",
    permission: "reader",
    object: "ledger",
    query: ledgerListQuery,
    handle: async ({ services, caller, query }) =>
      json(await listLedgers(services, caller, query as z.infer<typeof ledgerListQuery>)),
  },
  {
    method: "POST",
    path: "/ledgers",
    permission: "reader",
    object: "template",
    body: copyNewSchema,
    handle: async ({ services, caller, body }) =>
      json(await copyNewLedger(services, caller, body as z.infer<typeof copyNewSchema>)),
  },
  {
    method: "GET",
    path: "/ledgers/:ledger",
    permission: "reader",
    object: "ledger",
    handle: async ({ services, caller, params }) =>
      json(await openLedger(services, caller, toId(params["ledger"] ?? ""))),
  },
  {
    method: "DELETE",
    path: "/ledgers/:ledger",
    permission: "reader",
    object: "ledger",
    handle: async ({ services, caller, params }) =>
      nothing(await removeLedger(services, caller, toId(params["ledger"] ?? ""))),
  },
  {
    method: "POST",
    path: "/ledgers/:ledger/void",
    permission: "reader",
    object: "ledger",
    body: voidSchema,
    handle: async ({ services, caller, params, body }) => {
      const { reason } = body as z.infer<typeof voidSchema>;
      return nothing(await voidLedger(services, caller, { ledgerId: toId(params["ledger"] ?? ""), reason }));
    },
  },
  {
    method: "POST",
    path: "/ledgers/:ledger/push",
    permission: "reader",
    object: "ledger",
    body: ledgerPushSchema,
    handle: async ({ services, caller, params, body }) => {
      const request = body as z.infer<typeof ledgerPushSchema>;
      return json(await pushLedgerEdits(services, caller, { ledgerId: toId(params["ledger"] ?? ""), request }));
    },
  },
  {
    method: "GET",
    path: "/ledgers/:ledger/history",
    permission: "reader",
    object: "ledger",
    query: historyQuery,
    handle: async ({ services, caller, params, query }) => {
      const { record, field } = query as z.infer<typeof historyQuery>;
      const asked = { ledgerId: toId<LedgerId>(params["ledger"] ?? ""), record, field };
      return json(await readFieldHistory(services, caller, asked));
    },
  },
  {
    method: "POST",
    path: "/ledgers/:ledger/substitutes",
    permission: "reader",
    object: "ledger",
    body: substituteSchema,
    handle: async ({ services, caller, params, body }) => {
      const { raterClass, personId, reason } = body as z.infer<typeof substituteSchema>;
      const ledgerId = toId<LedgerId>(params["ledger"] ?? "");
      return nothing(
        await nameSubstitute(services, caller, { ledgerId, raterClass, personId: toId(personId), reason }),
      );
    },
  },
];
