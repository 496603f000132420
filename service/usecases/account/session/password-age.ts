import { millisecondsOf, type Instant } from "#core/kernel/instant.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { AccountPolicy } from "../account-policy.ts";

const DAY = 86_400_000;

/** Whole days until the password is too old; 0 and below: it is. */
export function passwordDaysLeft(account: AccountRecord, now: Instant, policy: AccountPolicy): number {
  const age = millisecondsOf(now) - millisecondsOf(account.passwordSetAt);
  return Math.ceil((policy.passwordMaxAgeDays * DAY - age) / DAY);
}

/** The first password, or one that has become too old: nothing else is answered until it is changed (A2). */
export function isPasswordChangeDue(account: AccountRecord, now: Instant, policy: AccountPolicy): boolean {
  return account.firstPasswordUntil !== null || passwordDaysLeft(account, now, policy) <= 0;
}
