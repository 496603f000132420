import type { LedgerFilter } from "#core/access/ledger-filter.ts";
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
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { AuditEntry, ChainHead, ChainVerdict, StoredAuditEntry } from "./audit.ts";
import type { PeopleReads, PeopleWrites } from "./people.ts";
import type { ProcedureReads, ProcedureWrites } from "./procedures.ts";
import type { NoteReads, NoteWrites } from "./record-notes.ts";
import type * as R from "./records.ts";
import type { PopulationReads } from "./report-populations.ts";
import type { ReportReads, ReportWrites } from "./reports.ts";
import type { StagingReads, StagingWrites } from "./staging.ts";
import type { UnitRecordReads, UnitRecordWrites } from "./unit-records.ts";

/**
 * The one true copy. `write` is one transaction: everything in it, its audit entries and its push outcome are
 * committed together or not at all; on SQLite writers wait in one queue, on PostgreSQL it is READ COMMITTED and a
 * deadlock or serialization failure is retried from the start, so `work` must have no other effect.
 */
export interface Store {
  read<T>(work: (tx: StoreReads) => Promise<T>): Promise<T>;
  write<T>(work: (tx: StoreWrites) => Promise<T>): Promise<T>;
  verifyChain(): Promise<ChainVerdict>;
  close(): Promise<void>;
}

/** One port per subject; a use case names the ones it needs. */
export interface StoreReads {
  readonly organisation: OrganisationReads;
  readonly people: PeopleReads;
  readonly units: UnitRecordReads;
  readonly notes: NoteReads;
  readonly staging: StagingReads;
  readonly procedures: ProcedureReads;
  readonly reports: ReportReads;
  readonly populations: PopulationReads;
  readonly accounts: AccountReads;
  readonly templates: TemplateReads;
  readonly ledgers: LedgerReads;
  readonly evidence: EvidenceReads;
  readonly messages: MessageReads;
  readonly audit: AuditReads;
}

export interface StoreWrites extends StoreReads {
  readonly organisation: OrganisationReads & OrganisationWrites;
  readonly people: PeopleReads & PeopleWrites;
  readonly units: UnitRecordReads & UnitRecordWrites;
  readonly notes: NoteReads & NoteWrites;
  readonly staging: StagingReads & StagingWrites;
  readonly procedures: ProcedureReads & ProcedureWrites;
  readonly reports: ReportReads & ReportWrites;
  readonly accounts: AccountReads & AccountWrites;
  readonly templates: TemplateReads & TemplateWrites;
  readonly ledgers: LedgerReads & LedgerWrites;
  readonly evidence: EvidenceReads & EvidenceWrites;
  readonly messages: MessageReads & MessageWrites;
  readonly pushes: PushWrites;
  /** Appended to the chain just before commit. */
  record(entry: AuditEntry): void;
}

export interface OrganisationReads {
  /** Grows with every change of units or posts; whoever caches an Organisation compares it. */
  revision(): Promise<number>;
  /** Those that are open (M18). */
  units(): Promise<readonly Unit[]>;
  /** The tree as it was on that day: earlier names and places, and units that have ended since. */
  unitsOn(day: Day): Promise<readonly Unit[]>;
  /** Posts in force on that day; a belonging of kind `applicant` is no post. */
  posts(on: Day): Promise<readonly Post[]>;
  /** Of these people alone. */
  postsOf(people: readonly PersonId[], on: Day): Promise<readonly Post[]>;
  person(id: PersonId): Promise<R.PersonRecord | undefined>;
  persons(ids: readonly PersonId[]): Promise<readonly R.PersonRecord[]>;
  /** Names alone: whoever only shows them opens no sealed phone (A12). */
  namesOf(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** By keyed index: equality only (A12). */
  personsByPhone(phone: string): Promise<readonly R.PersonRecord[]>;
  serviceId(): Promise<string>;
}

export interface OrganisationWrites {
  saveUnits(units: readonly Unit[]): Promise<void>;
  /** Name and phone; whatever else a person's record holds stays, and its version grows. */
  savePersons(persons: readonly R.PersonRecord[]): Promise<void>;
  savePosts(posts: readonly Post[]): Promise<void>;
}

export interface AccountReads {
  byName(name: string): Promise<R.AccountRecord | undefined>;
  byId(id: AccountId): Promise<R.AccountRecord | undefined>;
  byIds(ids: readonly AccountId[]): Promise<readonly R.AccountRecord[]>;
  ofUnits(units: readonly UnitId[]): Promise<readonly R.AccountRecord[]>;
  ofPersons(persons: readonly PersonId[]): Promise<readonly R.AccountRecord[]>;
  nameTaken(names: readonly string[]): Promise<readonly string[]>;
  /** Temporary accounts whose last day lies before that day (A5). */
  temporaryEndedBefore(day: Day): Promise<readonly R.AccountRecord[]>;
  /** Hashes of the last five passwords, newest first (A2). */
  passwordHistory(id: AccountId): Promise<readonly string[]>;
  sessionByTokenHash(hash: string): Promise<R.SessionRecord | undefined>;
  sessionsOf(id: AccountId): Promise<readonly R.SessionRecord[]>;
  signInsOf(id: AccountId, most: number): Promise<readonly StoredAuditEntry[]>;
  requests(filter: {
    readonly unitIds: readonly UnitId[];
    readonly state?: R.AccountRequestRecord["state"];
  }): Promise<readonly R.AccountRequestRecord[]>;
  request(id: string): Promise<R.AccountRequestRecord | undefined>;
  /** Failures kept per key ("account:…", "address:…"), so that lockout survives a restart (A8). */
  lockout(key: string): Promise<Lockout | undefined>;
}

export interface Lockout {
  readonly key: string;
  /** Times of failures inside the window, oldest first. */
  readonly failures: readonly Instant[];
  readonly lockedUntil: Instant | null;
  /** Locks in a row; each doubles the time. */
  readonly rounds: number;
}

export interface AccountWrites {
  saveAccounts(accounts: readonly R.AccountRecord[]): Promise<void>;
  deleteAccount(id: AccountId): Promise<void>;
  addPasswordHistory(id: AccountId, hash: string, at: Instant): Promise<void>;
  saveSession(session: R.SessionRecord): Promise<void>;
  touchSession(tokenHash: string, at: Instant): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(id: AccountId): Promise<void>;
  /** Makes counting exact: until the transaction ends nobody else reads or counts under these keys. Call it once, first. */
  holdLockouts(keys: readonly string[]): Promise<void>;
  saveLockout(lockout: Lockout): Promise<void>;
  clearLockout(key: string): Promise<void>;
  saveRequest(request: R.AccountRequestRecord): Promise<void>;
}

export interface TemplateReads {
  /** Published versions and, for publishers, drafts; `search` matches the name anywhere. */
  list(filter: {
    readonly search: string;
    readonly year?: number;
    readonly level?: LedgerLevel;
    readonly drafts: boolean;
  }): Promise<readonly R.TemplateVersionRecord[]>;
  version(id: TemplateVersionId): Promise<R.TemplateVersionRecord | undefined>;
  /** All versions of one lineage, oldest first. */
  versions(id: TemplateId): Promise<readonly R.TemplateVersionRecord[]>;
  /** Accounts of a named rater class (L12). */
  raterList(id: TemplateId, raterClass: string): Promise<readonly AccountId[]>;
  raterListsOf(
    account: AccountId,
  ): Promise<readonly { readonly templateId: TemplateId; readonly raterClass: string }[]>;
}

export interface TemplateWrites {
  insertVersion(version: R.TemplateVersionRecord): Promise<void>;
  /** Drafts only. @returns false when its revision is not `baseRevision` any more. */
  updateDraft(version: R.TemplateVersionRecord, baseRevision: number): Promise<boolean>;
  saveRaterList(id: TemplateId, raterClass: string, accounts: readonly AccountId[]): Promise<void>;
}

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

export interface EvidenceReads {
  byId(id: EvidenceId): Promise<R.EvidenceRecord | undefined>;
  ofItem(ledgerId: LedgerId, item: ItemKey): Promise<readonly R.EvidenceRecord[]>;
  ofLedger(ledgerId: LedgerId): Promise<readonly R.EvidenceRecord[]>;
  /** Every stored name, to sweep bytes without a record after a crash. */
  storedNames(): Promise<ReadonlySet<string>>;
}

export interface EvidenceWrites {
  insert(record: R.EvidenceRecord): Promise<void>;
  remove(id: EvidenceId): Promise<boolean>;
}

export interface MessageReads {
  noticesOf(
    to: { readonly personId: PersonId | null; readonly accountId: AccountId },
    most: number,
  ): Promise<readonly R.NoticeRecord[]>;
  /** Of what units are told, what this account has read. */
  unitNoticesReadBy(accountId: AccountId): Promise<ReadonlySet<string>>;
  talk(ledgerId: LedgerId, item: ItemKey): Promise<readonly R.TalkRecord[]>;
}

export interface MessageWrites {
  addNotices(notices: readonly R.NoticeRecord[]): Promise<void>;
  markNoticesRead(ids: readonly string[], at: Instant): Promise<void>;
  markUnitNoticesRead(accountId: AccountId, ids: readonly string[], at: Instant): Promise<void>;
  addTalk(message: R.TalkRecord): Promise<void>;
}

/** Idempotency: the answer to a push is kept under the account and its key, in the push's own transaction. */
export interface PushWrites {
  /** Takes the key, or gives what was stored: the second of two simultaneous retries waits for the first. */
  claim(account: AccountId, key: string, bodyHash: string, at: Instant): Promise<PushClaim>;
  answer(account: AccountId, key: string, answer: string): Promise<void>;
  /** Drops answers of pushes before that moment: nobody retries any more. */
  forgetBefore(at: Instant): Promise<void>;
}

export type PushClaim =
  | { readonly state: "new" }
  | { readonly state: "answered"; readonly answer: string }
  | { readonly state: "other-body" };

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
