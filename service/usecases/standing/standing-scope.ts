import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { matchesFilter, readableLedgers, type LedgerFilter } from "#core/access/ledger-filter.ts";
import { toId, type TemplateId, type UnitId } from "#core/kernel/ids.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import { ancestorsOf, subtreeOf } from "#core/organisation/tree.ts";
import type { StandingQuery } from "#core/protocol/standings.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StandingKey } from "#service/ports/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { actingUnitOf, isVisible } from "../ledger/window/window-access.ts";
import { subjectOf } from "../ledger/subject-of.ts";

/** Units that a standing may be asked for (L17): what the caller sees, and everything above him, where his own place is. */
export function scopeRefusal(caller: Caller, unitId: UnitId): AccessRefusal | undefined {
  const own = actingUnitOf(caller);
  if (own === null) return { code: "not-found" };
  const above = ancestorsOf(caller.organisation, own);
  return isVisible(caller, unitId) || above.includes(unitId) ? undefined : { code: "not-found" };
}

export function standingKey({ unitId, level, templateId, year }: StandingQuery): StandingKey {
  return { unitId: toId<UnitId>(unitId), level, templateId: toId<TemplateId>(templateId), year };
}

/** More than any university has of one level; a standing is never cut off in silence. */
const MOST_LEDGERS = 100_000;

/** Every ledger of the standing, readable or not: ranks count all of them. Voided ones left (L2). */
export async function ledgersOfStanding(
  tx: StoreReads,
  caller: Caller,
  key: StandingKey,
): Promise<readonly LedgerRecord[]> {
  const { unitId, level, templateId, year } = key;
  const visible = everyLedgerIn(subtreeOf(caller.organisation, unitId), level);
  return await tx.ledgers.list({ visible, level, templateId, year, includeVoided: false, most: MOST_LEDGERS });
}

function everyLedgerIn(units: readonly UnitId[], level: LedgerLevel): LedgerFilter {
  const isMember = level === "member";
  return {
    unitLedgersOf: isMember ? [] : units,
    memberLedgersIn: isMember ? units : [],
    memberLedgerOf: null,
    ledgerIds: [],
    templateIds: [],
  };
}

/** Who may read every ledger of the scope sees the whole standing (L17). */
export function readsAll(caller: Caller, ledgers: readonly LedgerRecord[]): boolean {
  const filter = asSets(readableLedgers(caller.scope));
  return ledgers.every((ledger) => filter(ledger));
}

/** `matchesFilter`, quick enough for a thousand ledgers: only what the sets do not answer is looked up in the lists. */
function asSets(filter: LedgerFilter): (ledger: LedgerRecord) => boolean {
  const units = new Set(filter.unitLedgersOf);
  const branches = new Set(filter.memberLedgersIn);
  return (ledger) => {
    const within = ledger.ownerKind === "unit" ? units : branches;
    return within.has(ledger.unitId) || matchesFilter(filter, subjectOf(ledger));
  };
}
