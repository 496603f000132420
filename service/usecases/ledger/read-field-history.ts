import { relationOf } from "#core/access/relation.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { LedgerId } from "#core/kernel/ids.ts";
import type { HistoryEntry } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { parseLedgerRecord } from "#core/sheet/ledger/ledger-record.ts";
import { ratingSight } from "#core/sheet/ledger/ledger-view.ts";
import type { HistoryRecord, LedgerRecord } from "#service/ports/records.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { raterKeyOf } from "./item-actor.ts";
import { permitLedger } from "./permit-ledger.ts";
import { subjectOf } from "./subject-of.ts";
import { viewerOf } from "./view/viewer-of.ts";

export interface AskedHistory {
  readonly ledgerId: LedgerId;
  readonly record: string;
  /** As the cell is bound; absent: every field of the record. */
  readonly field?: string | undefined;
}

/** All earlier values of a cell, newest first: who, when, why (L7, W9). Others' ratings stay as hidden as in the sheet (L11). */
export async function readFieldHistory(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { ledgerId, record, field }: AskedHistory,
): Promise<Result<readonly HistoryEntry[], AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<readonly HistoryEntry[], AnyRefusal>> => {
    const permitted = await permitLedger(tx, caller, { ledgerId, action: "read" });
    if (!permitted.ok) return permitted;
    if (parseLedgerRecord(record)?.ledgerId !== ledgerId) return ok([]);
    const rows = await tx.ledgers.history(record);
    const shown = rows.filter((row) => isAsked(row, field) && mayRead(row, caller, permitted.value));
    return ok(
      shown.map(({ action, value, at, who, reason, revision }) => ({ action, value, at, who, reason, revision })),
    );
  });
}

/** The handling of a dispute is kept with the score; a rating's field names its rater behind a colon. */
function isAsked(row: HistoryRecord, field: string | undefined): boolean {
  if (field === undefined) return true;
  const kept = field === "handling" ? "score" : field;
  return row.field === kept || row.field.startsWith(`${kept}:`);
}

function mayRead(row: HistoryRecord, caller: Caller, ledger: LedgerRecord): boolean {
  if (!row.field.startsWith("rating.")) return true;
  if (ratingSight(viewerOf(caller, ledger)) === "raters") return true;
  const [raterClass = ""] = row.field.slice("rating.".length).split(":", 1);
  // The self column is the owner's own, whichever of his accounts filled it.
  if (raterClass === "self") return relationOf(caller.scope, subjectOf(ledger)).owner;
  return row.field.endsWith(`:${raterKeyOf(caller, raterClass)}`);
}
