import { decide } from "#core/access/decide-ledger.ts";
import type { LedgerAction } from "#core/access/decide.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { ACTION_STAGES, type WindowedAction } from "#core/ledger/handling/action-stages.ts";
import { checkWindow } from "#core/ledger/check-window.ts";
import type { LedgerWindow } from "#core/ledger/window.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { Caller } from "../caller.ts";
import { decisionRefusal, permitLedger, type AskedLedger } from "./permit-ledger.ts";
import { subjectOf } from "./subject-of.ts";
import { loadWindow } from "./window/load-window.ts";

export interface LedgerInStage {
  readonly ledger: LedgerRecord;
  readonly window: LedgerWindow | undefined;
}

export interface AskedAction {
  readonly action: LedgerAction;
  /** Where the window knows a finer thing than access does. */
  readonly stageAction?: WindowedAction;
}

/** How a use case begins that changes one ledger; what the caller may not see answers as missing (A9). */
export async function permitInStage(
  tx: StoreReads,
  caller: Caller,
  { ledgerId, action }: AskedLedger,
): Promise<Result<LedgerInStage, AnyRefusal>> {
  const found = await permitLedger(tx, caller, { ledgerId, action });
  if (!found.ok) return found;
  const inStage = { ledger: found.value, window: await loadWindow(tx, caller.organisation, found.value) };
  const refusal = actionRefusal(caller, inStage, { action });
  return refusal ? refuse(refusal) : ok(inStage);
}

/**
 * May the caller do this to the ledger today: access (L14), then whether it still counts (L2), then the stage (L15).
 */
export function actionRefusal(
  caller: Caller,
  { ledger, window }: LedgerInStage,
  { action, stageAction }: AskedAction,
): AnyRefusal | undefined {
  const decision = decide(caller.scope, caller.actor, { subject: subjectOf(ledger), action });
  const refusal = decisionRefusal(decision, action);
  if (refusal) return refusal;
  if (ledger.state !== "open") return { code: `ledger-${ledger.state}` };
  const stages = ACTION_STAGES[stageAction ?? action];
  if (!stages) return undefined;
  const open = checkWindow(window, dayOf(caller.at), stages);
  return open.ok ? undefined : open.refusal;
}

/** The answers of `actionRefusal` for one caller and one ledger, each asked for once however many edits there are. */
export function rememberedRefusals(
  caller: Caller,
  inStage: LedgerInStage,
): (asked: AskedAction) => AnyRefusal | undefined {
  const known = new Map<string, AnyRefusal | undefined>();
  return (asked) => {
    const key = `${asked.action} ${asked.stageAction ?? ""}`;
    if (!known.has(key)) known.set(key, actionRefusal(caller, inStage, asked));
    return known.get(key);
  };
}
