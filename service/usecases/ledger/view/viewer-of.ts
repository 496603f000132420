import { decide } from "#core/access/decide-ledger.ts";
import { relationOf } from "#core/access/relation.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { subjectOf } from "../subject-of.ts";

/**
 * As what the caller sees the qualitative scores (L11). Owning it by another post counts as owning it: nobody learns
 * by a detour who gave him what.
 */
export function viewerOf(caller: Caller, ledger: LedgerRecord): LedgerViewer {
  const subject = subjectOf(ledger);
  const relation = relationOf(caller.scope, subject);
  if (relation.owner || relation.ownedByPerson) return "owner";
  if (decide(caller.scope, caller.actor, { subject, action: "see-raters" }) === "allowed")
    return relation.leader ? "leader" : "superior";
  // Whoever rates sees his own score, by whatever right he rates.
  const rates = relation.peer || relation.substitutePeer || relation.substituteLeader || relation.listedAs.length > 0;
  if (rates) return "peer";
  return relation.above ? "above" : "reader";
}
