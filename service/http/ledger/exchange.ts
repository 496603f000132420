import type { z } from "zod";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { refuse } from "#core/kernel/result.ts";
import { importQuery, outputQuery } from "#core/protocol/ledgers.ts";
import { importLedgerWorkbook } from "#service/usecases/ledger/exchange/import-ledger-workbook.ts";
import { outputLedger, type LedgerFormat } from "#service/usecases/ledger/exchange/output-ledger.ts";
import { file, json } from "../answers.ts";
import type { Route } from "../route.ts";
import { wholeBody } from "../whole-body.ts";

const FORMATS: readonly LedgerFormat[] = ["xlsx", "docx", "zip"];

/** A ledger leaves as a file and comes back as a workbook (L18, W2a). */
export const exchangeRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/ledgers/:ledger/output/:format",
    permission: "reader",
    object: "ledger",
    query: outputQuery,
    handle: async ({ services, caller, params, query }) => {
      const format = FORMATS.find((known) => known === params["format"]);
      if (!format) return refuse({ code: "not-found" });
      const { reason } = query as z.infer<typeof outputQuery>;
      return file(await outputLedger(services, caller, { ledgerId: toId(params["ledger"] ?? ""), format, reason }));
    },
  },
  {
    method: "POST",
    path: "/ledgers/:ledger/import",
    permission: "reader",
    object: "ledger",
    query: importQuery,
    raw: "stream",
    handle: async ({ services, caller, params, query, stream }) => {
      const { dryRun } = query as z.infer<typeof importQuery>;
      const content = await wholeBody(stream, services.limits.workbookBytes);
      if (!content.ok) return content;
      const ledgerId = toId<LedgerId>(params["ledger"] ?? "");
      return json(await importLedgerWorkbook(services, caller, { content: content.value, ledgerId, dryRun }));
    },
  },
];
