/**
 * A push (W3, L2, L6 to L11): claim the key, judge each edit on its own, write set by set, tell the other side, leave
 * history and audit, keep the answer under the key; one transaction. A retry of the same push gets the first answer.
 */
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { LedgerId } from "#core/kernel/ids.ts";
import type { Outcome, PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { permitLedger } from "../permit-ledger.ts";
import { auditPush } from "./audit-push.ts";
import { decideEdits } from "./decide-edits.ts";
import { noticesOf } from "./notices-of.ts";
import { outcomesOf } from "./outcomes-of.ts";
import { isWrite } from "./decided-edit.ts";
import { saveDecisions } from "./save-decisions.ts";
import { historyOf } from "./history-of.ts";

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

export interface PushOrder {
  readonly caller: Caller;
  readonly request: PushRequest;
}

/** The push itself, for whoever has a transaction already: an import is one, a dry run one that is rolled back. */
export async function pushInTransaction(
  tx: StoreWrites,
  { random, digest }: Pick<Services, "random" | "digest">,
  { caller, request: { key, edits } }: PushOrder,
): Promise<Pushed> {
  const claim = await tx.pushes.claim(caller.account.id, key, digest(bodyText(edits)), caller.at);
  if (claim.state === "other-body") return refuse({ code: "push-key-reused" });
  if (claim.state === "answered") return ok(parseAnswer(claim.answer));
  const decided = await saveDecisions(tx, caller, await decideEdits(tx, caller, edits));
  const written = decided.filter(({ decision }) => isWrite(decision));
  if (written.length > 0) {
    await tx.ledgers.addHistory(historyOf(caller, written));
    const notices = await noticesOf(tx, { random, caller, written });
    if (notices.length > 0) await tx.messages.addNotices(notices);
  }
  for (const entry of auditPush(caller, decided)) tx.record(entry);
  const change = written.length === 0 ? 0 : (await tx.audit.head()).number + 1;
  const answer: PushAnswer = { change, outcomes: await outcomesOf(tx, decided) };
  await tx.pushes.answer(caller.account.id, key, JSON.stringify(answer));
  return ok(answer);
}

/** Where the officer typed it is no part of what he asked for. */
function bodyText(edits: readonly PushEdit[]): string {
  return JSON.stringify(
    edits.map(({ record, field, baseRevision, value, reason, acknowledged }) => [
      record,
      field,
      baseRevision,
      value,
      reason,
      acknowledged,
    ]),
  );
}

/** Written by `pushInTransaction` itself. */
function parseAnswer(text: string): PushAnswer {
  const { change, outcomes } = JSON.parse(text) as { readonly change: number; readonly outcomes: readonly Outcome[] };
  return { change, outcomes };
}
