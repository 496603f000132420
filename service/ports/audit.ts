import type { AccountId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";

/**
 * One audit entry per record and action (A15). `write` transactions collect them and append them to the hash
 * chain last, just before commit, in the same transaction as the change.
 */
export interface AuditEntry {
  readonly at: Instant;
  /** null when nobody was signed in. */
  readonly accountId: AccountId | null;
  /** Client address as seen by the service, or "cli". */
  readonly from: string;
  /** "sign-in", "push", "make-account", "export" ... */
  readonly action: string;
  /** "ledger:…", "account:…", "template:…". */
  readonly record: string;
  readonly outcome: "done" | "refused";
  /** Refusal code, reason given, number of records exported ... */
  readonly why: string;
  readonly fields: readonly AuditField[];
}

export interface AuditField {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
  /** Kept as ciphertext; the auditor sees only that it changed (A12). */
  readonly sensitive?: true;
}

export interface StoredAuditEntry extends AuditEntry {
  /** Change number, from 1 without gaps. */
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** What `taizhang audit verify` answers. */
export type ChainVerdict =
  | { readonly code: "intact"; readonly entries: number; readonly head: string }
  | { readonly code: "broken"; readonly at: number; readonly what: "hash" | "gap" | "link" }
  | { readonly code: "cut"; readonly entries: number; readonly anchored: number }
  | { readonly code: "anchor-mismatch"; readonly at: number }
  | { readonly code: "anchor-missing"; readonly entries: number };

export interface AuditReads {
  head(): Promise<ChainHead>;
  /** Newest first; `from` is the highest number wanted. */
  entries(filter: {
    readonly from?: number;
    readonly most: number;
    readonly record?: string;
    readonly accountId?: AccountId;
  }): Promise<readonly StoredAuditEntry[]>;
}
