import type { AccountId, PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { StoredAuditEntry } from "./audit.ts";
import type * as R from "./records.ts";

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
