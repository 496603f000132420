import type { LedgerId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { ledgerRecord } from "#core/sheet/ledger/ledger-record.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { permitInStage } from "./action-refusal.ts";

/** With a reason; the ledger stays readable and leaves the standings (L2). */
export async function voidLedger(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { ledgerId, reason }: { readonly ledgerId: LedgerId; readonly reason: string },
): Promise<Result<null, AnyRefusal>> {
  return await store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    const permitted = await permitInStage(tx, caller, { ledgerId, action: "delete" });
    if (!permitted.ok) return permitted;
    const { ledger } = permitted.value;
    const voided = { ...ledger, state: "voided", nameRevision: ledger.nameRevision + 1 } as const;
    if (!(await tx.ledgers.updateLedger(voided, ledger.nameRevision))) return refuse({ code: "changed-meanwhile" });
    const { at, who, account } = caller;
    const record = ledgerRecord(ledgerId);
    await tx.ledgers.addHistory([
      {
        record,
        field: "state",
        revision: voided.nameRevision,
        action: "void",
        value: "voided",
        at,
        accountId: account.id,
        who,
        reason,
      },
    ]);
    const fields = [{ field: "state", old: "open", new: "voided" }];
    tx.record(auditEntry(caller, { action: "void-ledger", record, why: reason, fields }));
    return ok(null);
  });
}
