import type { LedgerId } from "#core/kernel/ids.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { permitLedger } from "./permit-ledger.ts";
import { buildLedgerView } from "./view/build-ledger-view.ts";
import { loadLedgerFacts } from "./view/load-ledger-facts.ts";

/** Everything the caller may see of one ledger, as its sheets are drawn from it; one request, one read of each kind. */
export async function openLedger(
  { store }: Pick<Services, "store">,
  caller: Caller,
  ledgerId: LedgerId,
): Promise<Result<LedgerView, AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<LedgerView, AnyRefusal>> => {
    const permitted = await permitLedger(tx, caller, { ledgerId, action: "read" });
    if (!permitted.ok) return permitted;
    return ok(buildLedgerView(caller, await loadLedgerFacts(tx, caller, permitted.value)));
  });
}
