import type { LedgerId, PersonId, TemplateId, UnitId } from "#core/kernel/ids.ts";

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
