import type { LedgerId, PersonId, UnitId } from "#core/kernel/ids.ts";

/**
 * What an actor stands in relation to, as plain sets (L14). Everything else derives from it: the decision about
 * one ledger (`decide`), the SQL filter of lists, counts and searches, and the greyed-out buttons.
 *
 * Unit ledgers are addressed by the owning unit, member ledgers by the branch and the owning person.
 */
export interface LedgerScope {
  readonly unitLedgers: {
    /** Units whose own ledger the actor fills. */
    readonly own: ReadonlySet<UnitId>;
    readonly peer: ReadonlySet<UnitId>;
    readonly lead: ReadonlySet<UnitId>;
    /** Every unit whose ledger the actor may read; a superset of the other three. */
    readonly read: ReadonlySet<UnitId>;
    /** Units whose ledgers the actor reads as their superior, at any distance above. Raters by name are for leaders and the organisation department (L11). */
    readonly above: ReadonlySet<UnitId>;
  };
  readonly memberLedgers: {
    /** The person whose member ledger the actor owns, or null. */
    readonly own: PersonId | null;
    /** Branches whose members' ledgers the actor peer-scores, leads, reads, stands above of; never his own ledger. */
    readonly peer: ReadonlySet<UnitId>;
    readonly lead: ReadonlySet<UnitId>;
    readonly read: ReadonlySet<UnitId>;
    readonly above: ReadonlySet<UnitId>;
    /** Branches whose members' stages and substitutes the actor decides on: the branch's own account and leading posts, and whoever administers the branch. */
    readonly supervised: ReadonlySet<UnitId>;
  };
  /** The person behind the actor owns these, by any account and post: he never rates them (L14.8). null for accounts without a person. */
  readonly person: { readonly id: PersonId; readonly ownUnitLedgers: ReadonlySet<UnitId> } | null;
  readonly substitutes: { readonly peer: ReadonlySet<LedgerId>; readonly leader: ReadonlySet<LedgerId> };
  /** An account of the root committee: sees raters by name and publishes templates (L1, L11). */
  readonly organisationDepartment: boolean;
  /** Units strictly below that the actor administers: makes units and accounts for, sets windows of (A4, A11, L15). */
  readonly administers: ReadonlySet<UnitId>;
  /** Records of people and units (A11): nothing upward, nothing beside. */
  readonly records: RecordScope;
  /** "templateId class" pairs of named rater lists. */
  readonly namedLists: ReadonlySet<string>;
}

export interface RecordScope {
  /** Units whose records the actor changes: his own and everything below; empty for accounts that may only read. */
  readonly work: ReadonlySet<UnitId>;
  /** Units whose records he reads; a superset of `work`. */
  readonly read: ReadonlySet<UnitId>;
  /** The person himself: everybody reads his own record. */
  readonly own: PersonId | null;
}
