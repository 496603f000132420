/** What an office may set about sign-in (A2, A7, A8); the defaults are the spec's. */
export interface AccountPolicy {
  readonly passwordLeast: number;
  readonly passwordMost: number;
  readonly passwordMaxAgeDays: number;
  readonly passwordWarningDays: number;
  readonly firstPasswordHours: number;
  readonly rememberedPasswords: number;
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  readonly accountLock: LockPolicy;
  /** Higher: a whole office may stand behind one address. */
  readonly addressLock: LockPolicy;
}

export interface LockPolicy {
  readonly failures: number;
  readonly withinMinutes: number;
  readonly lockMinutes: number;
  readonly mostLockMinutes: number;
}

export const DEFAULT_POLICY: AccountPolicy = {
  passwordLeast: 10,
  passwordMost: 128,
  passwordMaxAgeDays: 90,
  passwordWarningDays: 14,
  firstPasswordHours: 72,
  rememberedPasswords: 5,
  idleMinutes: 15,
  absoluteHours: 8,
  accountLock: { failures: 5, withinMinutes: 15, lockMinutes: 15, mostLockMinutes: 24 * 60 },
  addressLock: { failures: 60, withinMinutes: 15, lockMinutes: 15, mostLockMinutes: 24 * 60 },
};
