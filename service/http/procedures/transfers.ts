import {
  actOnTransfersSchema,
  arriveSchema,
  askTransferSchema,
  destinationQuerySchema,
  findAgainSchema,
  issueTransfersSchema,
  letterWorkbookSchema,
  loseContactSchema,
  moveInsideSchema,
  registerArrivalSchema,
  transferPeopleSchema,
  transferQuerySchema,
  transferUnitSchema,
  type ActOnTransfers,
  type Arrive,
  type AskTransfer,
  type DestinationAsked,
  type FindAgain,
  type IssueTransfers,
  type LetterWorkbook,
  type LoseContact,
  type MoveInside,
  type RegisterArrival,
  type TransferPeopleAsked,
  type TransferQueryAsked,
  type TransferUnit,
} from "#core/protocol/records/transfers.ts";
import { ok } from "#core/kernel/result.ts";
import { actOnTransfers } from "#service/usecases/procedure/transfer/act-on-transfers.ts";
import { arrive, askTransfer } from "#service/usecases/procedure/transfer/ask-transfer.ts";
import { issueTransfers, transferUnit } from "#service/usecases/procedure/transfer/issue-transfers.ts";
import { exportLetters, importReceipts } from "#service/usecases/procedure/transfer/letter-workbook.ts";
import { listTransfers, openTransfer } from "#service/usecases/procedure/transfer/list-transfers.ts";
import { findPeople, losePeople, movePeople } from "#service/usecases/procedure/move-inside.ts";
import { printLetter } from "#service/usecases/procedure/transfer/print-letter.ts";
import { registerArrival } from "#service/usecases/procedure/transfer/register-arrival.ts";
import {
  findDestination,
  listTransferPeople,
  transferChoices,
} from "#service/usecases/procedure/transfer/transfer-choices.ts";
import { file, json } from "../answers.ts";
import type { Route } from "../route.ts";
import { wholeBody } from "../whole-body.ts";

const transfer = { permission: "reader", object: "transfer" } as const;

/** Letters (M11 to M15). */
export const transferRoutes: readonly Route[] = [
  {
    ...{ ...transfer, method: "GET", path: "/records/transfers", query: transferQuerySchema },
    handle: async ({ services, caller, query }) =>
      json(await listTransfers(services, caller, query as TransferQueryAsked)),
  },
  {
    ...{ ...transfer, method: "GET", path: "/records/transfers/people", query: transferPeopleSchema },
    handle: async ({ services, caller, query }) =>
      json(await listTransferPeople(services, caller, query as TransferPeopleAsked)),
  },
  {
    ...{ ...transfer, method: "GET", path: "/records/transfers/choices" },
    handle: async ({ services }) => json(ok(transferChoices(services))),
  },
  {
    ...{ ...transfer, method: "GET", path: "/records/transfers/destination", query: destinationQuerySchema },
    handle: async ({ caller, query }) => json(findDestination(caller, query as DestinationAsked)),
  },
  {
    ...{ ...transfer, method: "GET", path: "/records/transfers/:transfer" },
    handle: async ({ services, caller, params }) =>
      json(await openTransfer(services, caller, params["transfer"] ?? "")),
  },
  {
    ...{ ...transfer, method: "GET", path: "/records/transfers/:transfer/letter" },
    handle: async ({ services, caller, params }) => file(await printLetter(services, caller, params["transfer"] ?? "")),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers", body: issueTransfersSchema },
    handle: async ({ services, caller, body }) => json(await issueTransfers(services, caller, body as IssueTransfers)),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/whole-unit", body: transferUnitSchema },
    handle: async ({ services, caller, body }) => json(await transferUnit(services, caller, body as TransferUnit)),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/inside", body: moveInsideSchema },
    handle: async ({ services, caller, body }) => json(await movePeople(services, caller, body as MoveInside)),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/ask", body: askTransferSchema },
    handle: async ({ services, caller, body }) => json(await askTransfer(services, caller, body as AskTransfer), 201),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/arrive", body: arriveSchema },
    handle: async ({ services, caller, body }) => json(await arrive(services, caller, body as Arrive), 201),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/register", body: registerArrivalSchema },
    handle: async ({ services, caller, body }) =>
      json(await registerArrival(services, caller, body as RegisterArrival), 201),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/workbook", body: letterWorkbookSchema },
    handle: async ({ services, caller, body }) => file(await exportLetters(services, caller, body as LetterWorkbook)),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/receipts", raw: "stream" },
    handle: async ({ services, caller, stream }) => {
      const content = await wholeBody(stream, services.limits.workbookBytes);
      return content.ok ? json(await importReceipts(services, caller, content.value)) : content;
    },
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/transfers/act", body: actOnTransfersSchema },
    handle: async ({ services, caller, body }) => json(await actOnTransfers(services, caller, body as ActOnTransfers)),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/lost", body: loseContactSchema },
    handle: async ({ services, caller, body }) => json(await losePeople(services, caller, body as LoseContact)),
  },
  {
    ...{ ...transfer, method: "POST", path: "/records/found", body: findAgainSchema },
    handle: async ({ services, caller, body }) => json(await findPeople(services, caller, body as FindAgain)),
  },
];
