import { millisecondsOf, type Instant } from "#core/kernel/instant.ts";

/** The lock the service told about, and for whom: another account may sign in meanwhile (A8). */
export interface SignInLock {
  readonly name: string;
  readonly until: Instant;
}

/** Minutes that are left, rounded up so that nobody tries too early; 0 when the lock is over or of another account. */
export function minutesLocked(lock: SignInLock | null, name: string, now: number): number {
  if (!lock || lock.name !== name.trim()) return 0;
  return Math.max(0, Math.ceil((millisecondsOf(lock.until) - now) / 60_000));
}
