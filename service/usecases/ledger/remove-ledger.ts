import type { LedgerId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { permitInStage } from "./action-refusal.ts";

/** Only an empty ledger, made by mistake, disappears (L2). */
export async function removeLedger(
  { store }: Pick<Services, "store">,
  caller: Caller,
  ledgerId: LedgerId,
): Promise<Result<null, AnyRefusal>> {
  return await store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    const permitted = await permitInStage(tx, caller, { ledgerId, action: "delete" });
    if (!permitted.ok) return permitted;
    if (!(await isEmpty(tx, ledgerId))) return refuse({ code: "ledger-not-empty" });
    await tx.ledgers.deleteLedger(ledgerId);
    const fields = [{ field: "name", old: permitted.value.ledger.name, new: null }];
    tx.record(auditEntry(caller, { action: "delete-ledger", record: `ledger:${ledgerId}`, fields }));
    return ok(null);
  });
}

/** Wording alone does not count: what must not disappear is evidence and scores, also those taken back again. */
async function isEmpty(tx: StoreReads, ledgerId: LedgerId): Promise<boolean> {
  if ((await tx.evidence.ofLedger(ledgerId)).length > 0) return false;
  return (await tx.ledgers.items(ledgerId)).length === 0 && (await tx.ledgers.ratings(ledgerId)).length === 0;
}
