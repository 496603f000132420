import type { AccountId, ItemKey, PersonId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";

/**
 * The score of one quantitative item: a stack of entries, the owner's at the bottom, the standing one on top (L6 to L10).
 * A withdrawn challenge is popped, so "the score before it comes back" with the status it had.
 */
export interface ItemState {
  readonly key: ItemKey;
  /** Files attached now. */
  readonly evidence: number;
  /** Bottom first; never more than one "owner" entry, at index 0; may be empty. */
  readonly entries: readonly ScoreEntry[];
  /** Peers whose challenge the owner accepted: they may not challenge this item again (L8). */
  readonly settledWith: readonly PersonId[];
}

export interface ScoreEntry {
  readonly role: "owner" | "peer" | "leader";
  readonly accountId: AccountId;
  /** null for unit accounts. */
  readonly personId: PersonId | null;
  /** Exact decimal text; null when the owner has none (counts 0). */
  readonly score: string | null;
  readonly at: Instant;
  /** "" for the owner's own entry. */
  readonly reason: string;
  readonly status: EntryStatus;
  /** The owner's statement when he contested. */
  readonly statement: string;
}

/**
 * own: the owner's entry. challenged -> accepted | contested -> escalated. ruled -> reopened (a leader's entry).
 */
export type EntryStatus = "own" | "challenged" | "accepted" | "contested" | "escalated" | "ruled" | "reopened";

/** 完成情况, always derived (L6). */
export type Completion = "missing" | "partial" | "complete";
