import type { Duty, Permission } from "#core/access/actor.ts";
import type {
  AccountId,
  EvidenceId,
  ItemKey,
  LedgerId,
  PersonId,
  TemplateId,
  TemplateVersionId,
  UnitId,
} from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { LedgerLevel, TemplateBody } from "#core/ledger/template/template.ts";

/** What the store keeps, in the domain's words. Rows are checked when they are read (style 13); inside, types are trusted. */

export interface PersonRecord {
  readonly id: PersonId;
  readonly name: string;
  /** Plain here, ciphertext plus keyed index at rest (A12); null when unknown. */
  readonly phone: string | null;
}

export type AccountKind = "unit" | "person" | "duty";

export interface AccountRecord {
  readonly id: AccountId;
  readonly kind: AccountKind;
  /** Sign-in name; ciphertext plus keyed index at rest, because it may be a phone number. */
  readonly name: string;
  readonly unitId: UnitId | null;
  readonly personId: PersonId | null;
  readonly duty: Duty | null;
  readonly permission: Permission;
  readonly state: "active" | "disabled";
  readonly term: AccountTerm;
  /** Name of the person who answers for it now (A6). */
  readonly holder: string;
  readonly passwordHash: string;
  readonly passwordSetAt: Instant;
  /** Set while the first, one-time password is in force (A2): until when it works. */
  readonly firstPasswordUntil: Instant | null;
  readonly madeBy: AccountId | null;
  /** Grows with every change of state, role, holder or password: sessions of an older generation are over (A5). */
  readonly generation: number;
}

export interface AccountTerm {
  readonly kind: "long-term" | "short-term" | "temporary";
  readonly from: Day | null;
  /** Last day it works. */
  readonly to: Day | null;
}

export interface SessionRecord {
  /** SHA-256 of the token, base64url; the token itself is never stored (A7). */
  readonly tokenHash: string;
  readonly id: string;
  readonly accountId: AccountId;
  readonly generation: number;
  /** Post a person account acts for; null for other kinds. */
  readonly actingPostId: string | null;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly from: string;
}

export interface TemplateVersionRecord {
  readonly id: TemplateVersionId;
  readonly templateId: TemplateId;
  readonly version: number;
  readonly state: "draft" | "published";
  readonly body: TemplateBody;
  readonly revision: number;
  readonly publishedAt: Instant | null;
}

export type LedgerState = "open" | "voided" | "merged";

export interface LedgerRecord {
  readonly id: LedgerId;
  readonly templateId: TemplateId;
  readonly templateVersionId: TemplateVersionId;
  readonly level: LedgerLevel;
  readonly year: number;
  readonly ownerKind: "unit" | "member";
  /** Owning unit, or the owning member's branch. */
  readonly unitId: UnitId;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly nameRevision: number;
  /** merged: of a unit that went into one with a ledger of the same template and year; read, never changed (M18). */
  readonly state: LedgerState;
  readonly createdAt: Instant;
}

/** One quantitative item's score. No row means: untouched, revision 0. */
export interface ItemRecord {
  readonly ledgerId: LedgerId;
  readonly state: ItemState;
  /** Standing score, copied out of `state` so that totals read no JSON. */
  readonly score: string | null;
  readonly challenges: number;
  readonly revision: number;
}

/** A reworded text (L2). No row means: the template's wording, revision 0. */
export interface WordingRecord {
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
  readonly column: string;
  readonly text: string;
  readonly revision: number;
}

export interface RatingRecord {
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
  readonly raterClass: string;
  /** Person id, or account id for accounts without a person: one rating per rater (L11); "owner" in the self class. */
  readonly raterKey: string;
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
  /** null after the rater took it back. */
  readonly score: string | null;
  readonly revision: number;
}

/** One earlier or present value of a field (W9). */
export interface HistoryRecord {
  readonly record: string;
  readonly field: string;
  readonly revision: number;
  /** What happened: "score", "accept", "contest", "reword", "rate", "attach-evidence" ... */
  readonly action: string;
  readonly value: string | null;
  readonly at: Instant;
  readonly accountId: AccountId;
  /** Who, as shown then: person's name, or the unit account's unit and holder. */
  readonly who: string;
  readonly reason: string;
}

export interface EvidenceRecord {
  readonly id: EvidenceId;
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
  /** As the officer named it; only shown, never a path. */
  readonly fileName: string;
  /** By content, not by name. */
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Random name of the bytes in the evidence folder. */
  readonly storedAs: string;
  readonly uploadedBy: AccountId;
  readonly uploadedAt: Instant;
}

export interface NoticeRecord {
  readonly id: string;
  readonly personId: PersonId | null;
  readonly accountId: AccountId | null;
  readonly at: Instant;
  /** "challenged", "challenge-replaced", "contested", "escalated", "ruled", "new-evidence", "withdrawn", "accepted" ... */
  readonly kind: string;
  readonly ledgerId: LedgerId;
  readonly item: ItemKey | null;
  readonly readAt: Instant | null;
}

export interface TalkRecord {
  readonly id: string;
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
  readonly at: Instant;
  readonly accountId: AccountId;
  readonly who: string;
  readonly text: string;
}

/** Windows are set per (superior unit, level, year); the nearest unit above the owner that set one decides (L15). */
export interface WindowRecord {
  readonly unitId: UnitId;
  readonly level: LedgerLevel;
  readonly year: number;
  readonly spans: string;
  readonly closed: boolean;
  readonly revision: number;
}

/** Stages extended for one unit's ledgers (L15): the last day is moved to `to`. */
export interface ExtensionRecord {
  readonly unitId: UnitId;
  readonly level: LedgerLevel;
  readonly year: number;
  readonly stage: string;
  readonly to: Day;
  readonly reason: string;
}

export interface AccountRequestRecord {
  readonly id: string;
  /** create, change, disable, enable, handover. */
  readonly kind: string;
  /** As the written application has it (A4): reason, number, name, kind, level, permission, holder, post, contact. */
  readonly content: string;
  readonly unitId: UnitId;
  readonly requestedBy: AccountId;
  readonly requestedAt: Instant;
  readonly state: "open" | "approved" | "refused";
  readonly decidedBy: AccountId | null;
  readonly decidedAt: Instant | null;
  readonly remark: string;
}
