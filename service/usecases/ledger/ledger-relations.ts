import type { LedgerFilter } from "#core/access/ledger-filter.ts";
import type { LedgerScope } from "#core/access/scope.ts";

const NOTHING: LedgerFilter = {
  unitLedgersOf: [],
  memberLedgersIn: [],
  memberLedgerOf: null,
  ledgerIds: [],
  templateIds: [],
};

/** Ledgers that the caller fills as he acts now. */
export function ownLedgerFilter({ unitLedgers, memberLedgers }: LedgerScope): LedgerFilter {
  return { ...NOTHING, unitLedgersOf: [...unitLedgers.own], memberLedgerOf: memberLedgers.own };
}

/** Ledgers that he scores as a peer, his own among those of his branch: the list leaves it out by its relation. */
export function peerLedgerFilter({ unitLedgers, memberLedgers, substitutes }: LedgerScope): LedgerFilter {
  const ledgerIds = [...substitutes.peer];
  return { ...NOTHING, unitLedgersOf: [...unitLedgers.peer], memberLedgersIn: [...memberLedgers.peer], ledgerIds };
}

/** Ledgers that he scores as a leader. */
export function ledLedgerFilter({ unitLedgers, memberLedgers, substitutes }: LedgerScope): LedgerFilter {
  const ledgerIds = [...substitutes.leader];
  return { ...NOTHING, unitLedgersOf: [...unitLedgers.lead], memberLedgersIn: [...memberLedgers.lead], ledgerIds };
}
