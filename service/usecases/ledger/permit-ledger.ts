import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { decide } from "#core/access/decide-ledger.ts";
import type { Decision, LedgerAction } from "#core/access/decide.ts";
import type { LedgerId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { subjectOf } from "./subject-of.ts";

export interface AskedLedger {
  readonly ledgerId: LedgerId;
  readonly action: LedgerAction;
}

/** How a use case about one ledger begins: a ledger that the caller may not see answers as a missing one (A9). */
export async function permitLedger(
  tx: StoreReads,
  caller: Caller,
  { ledgerId, action }: AskedLedger,
): Promise<Result<LedgerRecord, AccessRefusal>> {
  const ledger = await tx.ledgers.byId(ledgerId);
  if (!ledger) return refuse({ code: "not-found" });
  const refusal = decisionRefusal(decide(caller.scope, caller.actor, { subject: subjectOf(ledger), action }), action);
  return refusal ? refuse(refusal) : ok(ledger);
}

/** @returns undefined when the decision allows. */
export function decisionRefusal(decision: Decision, action: string): AccessRefusal | undefined {
  switch (decision) {
    case "allowed":
      return undefined;
    case "invisible":
      return { code: "not-found" };
    case "forbidden":
      return { code: "forbidden", action };
    case "read-only":
      return { code: "read-only" };
  }
}
