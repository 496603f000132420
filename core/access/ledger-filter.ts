import { toId, type LedgerId, type PersonId, type TemplateId, type UnitId } from "#core/kernel/ids.ts";
import type { LedgerSubject } from "./decide.ts";
import { templateOfEntry } from "./named-list.ts";
import type { LedgerScope } from "./scope.ts";

/** The readable set as plain data: a ledger is readable when any line of it matches. The store turns it into SQL. */
export interface LedgerFilter {
  /** Owning units of unit ledgers. */
  readonly unitLedgersOf: readonly UnitId[];
  /** Branches of member ledgers. */
  readonly memberLedgersIn: readonly UnitId[];
  /** Owner of a member ledger. */
  readonly memberLedgerOf: PersonId | null;
  /** Substitute raters (L14.8). */
  readonly ledgerIds: readonly LedgerId[];
  /** Named rater lists (L12). */
  readonly templateIds: readonly TemplateId[];
}

/** Exactly the ledgers for which `decide` allows "read": lists, counts, searches and exports can show nothing else (L14.6). */
export function readableLedgers(scope: LedgerScope): LedgerFilter {
  return {
    unitLedgersOf: [...scope.unitLedgers.read],
    memberLedgersIn: [...scope.memberLedgers.read],
    memberLedgerOf: scope.memberLedgers.own,
    ledgerIds: [...new Set([...scope.substitutes.peer, ...scope.substitutes.leader])],
    templateIds: [...new Set([...scope.namedLists].map((entry) => toId<TemplateId>(templateOfEntry(entry))))],
  };
}

/** What the store's SQL must answer for one ledger; the contract suite compares the two. */
export function matchesFilter(filter: LedgerFilter, subject: LedgerSubject): boolean {
  return (
    matchesOwner(filter, subject.owner) ||
    filter.ledgerIds.includes(subject.ledgerId) ||
    filter.templateIds.some((id) => id === subject.templateId)
  );
}

function matchesOwner(filter: LedgerFilter, owner: LedgerSubject["owner"]): boolean {
  if (owner.kind === "unit") return filter.unitLedgersOf.includes(owner.unitId);
  return owner.personId === filter.memberLedgerOf || filter.memberLedgersIn.includes(owner.unitId);
}
