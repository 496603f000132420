import type { Day } from "#core/kernel/instant.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { ledgerRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { HistoryRecord, LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { ledgersOf } from "./unit-contents.ts";

export interface LedgerMerger {
  /** The unit that ends. */
  readonly unit: Unit;
  readonly target: UnitId;
  readonly reason: string;
  readonly on: Day;
}

/**
 * Ledgers follow into the other unit (M18), one per owner, template and year (L3). Where the other unit has none of this year
 * yet, the one that comes goes on as its own. Where it has one, and for every year before, the one that comes stays beside
 * it under the name of the unit it is of, to be read only and outside the standings. Members keep theirs.
 * @returns how many followed; undefined when somebody changed one meanwhile.
 */
export async function mergeLedgers(tx: StoreWrites, caller: Caller, merger: LedgerMerger): Promise<number | undefined> {
  const ledgers = await ledgersOf(tx, merger.unit.id);
  for (const ledger of ledgers) {
    const moved = await movedLedger(tx, ledger, merger);
    if (!(await tx.ledgers.updateLedger(moved, ledger.nameRevision))) return undefined;
    await tx.ledgers.addHistory([historyOf(caller, moved, merger)]);
  }
  return ledgers.length;
}

async function movedLedger(
  tx: StoreReads,
  ledger: LedgerRecord,
  { unit, target, on }: LedgerMerger,
): Promise<LedgerRecord> {
  const moved = { ...ledger, unitId: target, nameRevision: ledger.nameRevision + 1 };
  if (ledger.state !== "open" || ledger.personId !== null) return moved;
  const { templateId, year } = ledger;
  const own = await tx.ledgers.byOwner({ templateId, year, unitId: target, personId: null });
  const isPast = year < Number(on.slice(0, 4));
  return own || isPast ? { ...moved, state: "merged", name: `${ledger.name}（原${unit.name}）` } : moved;
}

function historyOf({ at, who, account }: Caller, moved: LedgerRecord, { unit, reason }: LedgerMerger): HistoryRecord {
  const { id, nameRevision: revision } = moved;
  return {
    ...{ record: ledgerRecord(id), field: "unit", revision, action: "merge-unit", value: unit.name },
    ...{ at, accountId: account.id, who, reason },
  };
}
