/**
 * A push (W3, L2, L6 to L11): claim the key, judge each edit on its own, write set by set, tell the other side, leave
 * history and audit, keep the answer under the key; one transaction. A retry of the same push gets the first answer.
 */
import type { Result } from "#core/kernel/result.ts";
import type { LedgerId } from "#core/kernel/ids.ts";
import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { answerOnce, type PushOrder } from "#service/usecases/push/answer-once.ts";
import { outcomesOf, type EditResult } from "#service/usecases/push/outcomes-of.ts";
import { permitLedger } from "../permit-ledger.ts";
import { auditPush } from "./audit-push.ts";
import { decideEdits, type DecidedEdit } from "./decide-edits.ts";
import { noticesOf } from "./notices-of.ts";
import { isWrite } from "./decided-edit.ts";
import { saveDecisions } from "./save-decisions.ts";
import { historyOf, revisionOf } from "./history-of.ts";

export type Pushed = Result<PushAnswer, AnyRefusal>;
type PushServices = Pick<Services, "store" | "random" | "digest">;

export async function pushLedgerEdits(
  services: PushServices,
  caller: Caller,
  { ledgerId, request }: { readonly ledgerId: LedgerId; readonly request: PushRequest },
): Promise<Pushed> {
  return await services.store.write(async (tx): Promise<Pushed> => {
    const permitted = await permitLedger(tx, caller, { ledgerId, action: "read" });
    return permitted.ok ? await pushInTransaction(tx, services, { caller, request }) : permitted;
  });
}

/** The push itself, for whoever has a transaction already: an import is one, a dry run one that is rolled back. */
export async function pushInTransaction(
  tx: StoreWrites,
  { random, digest }: Pick<Services, "random" | "digest">,
  order: PushOrder,
): Promise<Pushed> {
  const { caller, request } = order;
  return await answerOnce(tx, { digest, order }, async () => {
    const decided = await saveDecisions(tx, caller, await decideEdits(tx, caller, request.edits));
    const written = decided.filter(({ decision }) => isWrite(decision));
    if (written.length > 0) {
      await tx.ledgers.addHistory(historyOf(caller, written));
      const notices = await noticesOf(tx, { random, caller, written });
      if (notices.length > 0) await tx.messages.addNotices(notices);
    }
    for (const entry of auditPush(caller, decided)) tx.record(entry);
    return { wrote: written.length > 0, outcomes: await outcomesOf(tx, decided.map(resultOf)) };
  });
}

function resultOf({ decision }: DecidedEdit): EditResult {
  return isWrite(decision) ? { kind: "accepted", revision: revisionOf(decision) } : decision;
}
