import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { Caller } from "../caller.ts";

export type LedgerOwner = Pick<LedgerRecord, "ownerKind" | "unitId" | "personId">;

/**
 * For whom the caller, as he acts now, makes and fills ledgers of that level (L3): a unit's ledger by its secretary or
 * account, a member's by himself. undefined: for nobody.
 */
export function ledgerOwnerFor({ scope, actor, organisation }: Caller, level: LedgerLevel): LedgerOwner | undefined {
  if (level === "member") {
    if (scope.memberLedgers.own === null || actor.kind !== "person") return undefined;
    return { ownerKind: "member", unitId: actor.actingFor.unitId, personId: scope.memberLedgers.own };
  }
  for (const unitId of scope.unitLedgers.own) {
    if (organisation.units.get(unitId)?.kind === level) return { ownerKind: "unit", unitId, personId: null };
  }
  return undefined;
}
