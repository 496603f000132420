import type { LedgerFilter } from "#core/access/ledger-filter.ts";
import type { ItemKey, LedgerId, PersonId, TemplateId, UnitId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type * as R from "./records.ts";

/** Restricts lists to what the actor may read; built by core/access, turned into SQL by the store. */
export interface LedgerQuery {
  readonly visible: LedgerFilter;
  readonly year?: number;
  readonly level?: LedgerLevel;
  readonly templateId?: TemplateId;
  /** Owning units or members' branches. */
  readonly unitIds?: readonly UnitId[];
  readonly search?: string;
  readonly includeVoided: boolean;
  readonly most: number;
  /** Newest year first, then by id; those behind this one. */
  readonly after?: LedgerId;
}

export interface LedgerReads {
  byId(id: LedgerId): Promise<R.LedgerRecord | undefined>;
  byOwner(owner: {
    readonly templateId: TemplateId;
    readonly year: number;
    readonly unitId: UnitId;
    readonly personId: PersonId | null;
  }): Promise<R.LedgerRecord | undefined>;
  list(query: LedgerQuery): Promise<readonly R.LedgerRecord[]>;
  count(query: LedgerQuery): Promise<number>;
  years(visible: LedgerFilter): Promise<readonly number[]>;
  items(id: LedgerId): Promise<readonly R.ItemRecord[]>;
  wordings(id: LedgerId): Promise<readonly R.WordingRecord[]>;
  ratings(id: LedgerId): Promise<readonly R.RatingRecord[]>;
  /** For standings: scores and ratings of many ledgers in one query each. */
  scoresOf(ids: readonly LedgerId[]): Promise<readonly ScoreRow[]>;
  ratingsOf(ids: readonly LedgerId[]): Promise<readonly R.RatingRecord[]>;
  /** Items of these ledgers with `challenges` > 0: among them are all that wait for an answer or a ruling. */
  challengedItems(ids: readonly LedgerId[]): Promise<readonly R.ItemRecord[]>;
  /** Newest first. */
  history(record: string, field?: string): Promise<readonly R.HistoryRecord[]>;
  /** The newest row of every field of these records, in one query: who changed it last, for conflicts. */
  latestHistory(records: readonly string[]): Promise<readonly R.HistoryRecord[]>;
  windows(key: {
    readonly unitIds: readonly UnitId[];
    readonly level: LedgerLevel;
    readonly year: number;
  }): Promise<readonly R.WindowRecord[]>;
  extensions(key: {
    readonly unitId: UnitId;
    readonly level: LedgerLevel;
    readonly year: number;
  }): Promise<readonly R.ExtensionRecord[]>;
  substitutes(id: LedgerId): Promise<readonly Substitute[]>;
  substitutionsOf(person: PersonId): Promise<readonly Substitute[]>;
  /** Has the superior published this standing (L17)? */
  standingPublished(key: StandingKey): Promise<boolean>;
}

export interface ScoreRow {
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
  readonly score: string | null;
  readonly evidence: number;
  readonly challenges: number;
}

export interface Substitute {
  readonly ledgerId: LedgerId;
  readonly raterClass: "peer" | "leader";
  readonly personId: PersonId;
  readonly reason: string;
}

export interface StandingKey {
  readonly unitId: UnitId;
  readonly level: LedgerLevel;
  readonly templateId: TemplateId;
  readonly year: number;
}

/**
 * Conditional writes. Rows carry the new revision (base + 1); a row whose stored revision is not base any more is
 * left alone. @returns the keys that were written; whatever is missing was changed meanwhile.
 */
export interface LedgerWrites {
  /** @returns false when the owner already has one for this template and year (L3). */
  insertLedger(ledger: R.LedgerRecord): Promise<boolean>;
  /** Name or state; conditional on nameRevision. */
  updateLedger(ledger: R.LedgerRecord, baseNameRevision: number): Promise<boolean>;
  deleteLedger(id: LedgerId): Promise<void>;
  /** Units' ledgers do not move; a member's follows him when he changes branch. */
  saveItems(rows: readonly R.ItemRecord[]): Promise<ReadonlySet<ItemKey>>;
  saveWordings(rows: readonly R.WordingRecord[]): Promise<ReadonlySet<string>>;
  saveRatings(rows: readonly R.RatingRecord[]): Promise<ReadonlySet<string>>;
  addHistory(rows: readonly R.HistoryRecord[]): Promise<void>;
  saveWindow(window: R.WindowRecord): Promise<boolean>;
  saveExtension(extension: R.ExtensionRecord): Promise<void>;
  saveSubstitute(substitute: Substitute): Promise<void>;
  publishStanding(key: StandingKey, at: Instant): Promise<void>;
}
