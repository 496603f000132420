import { millisecondsOf, toInstant, type Instant } from "#core/kernel/instant.ts";
import type { Lockout } from "#service/ports/accounts.ts";
import type { LockPolicy } from "../account-policy.ts";

const MINUTE = 60_000;

/** Until when nobody gets in by this key; undefined when it is open (A8). */
export function lockedUntil(lockout: Lockout | undefined, now: Instant): Instant | undefined {
  const until = lockout?.lockedUntil ?? null;
  return until !== null && until > now ? until : undefined;
}

/** One more failure: the last one the policy allows locks, each lock in a row twice as long as the one before. */
export function afterFailure(
  key: string,
  lockout: Lockout | undefined,
  { now, policy }: { readonly now: Instant; readonly policy: LockPolicy },
): Lockout {
  const since = toInstant(millisecondsOf(now) - policy.withinMinutes * MINUTE);
  const failures = [...(lockout?.failures ?? []).filter((at) => at > since), now];
  const rounds = lockout?.rounds ?? 0;
  const lockedBefore = lockout?.lockedUntil ?? null;
  if (failures.length < policy.failures) return { key, failures, lockedUntil: lockedBefore, rounds };
  const minutes = Math.min(policy.lockMinutes * 2 ** Math.min(rounds, 30), policy.mostLockMinutes);
  return { key, failures: [], lockedUntil: toInstant(millisecondsOf(now) + minutes * MINUTE), rounds: rounds + 1 };
}

/** By name and not by account, so that a name nobody has locks like one that somebody has (A8). */
export function accountLockKey(accountName: string): string {
  return `account:${accountName}`;
}

export function addressLockKey(from: string): string {
  return `address:${from}`;
}
