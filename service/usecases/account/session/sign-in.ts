/**
 * A1, A7, A8. An unknown account and a wrong password take the same way: one look at the locks of name and address, one
 * argon2 run, one failure counted, one answer. Locks are looked at again where the failure is written, so that guesses
 * sent all at once do not slip past them.
 */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { dayOf, type Instant } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { SignInAnswer } from "#core/protocol/session.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { callerIn } from "#service/usecases/load-caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { normaliseAccountName } from "../account-name.ts";
import { isAccountActive } from "../account-term.ts";
import { describeMe } from "./describe-me.ts";
import { accountLockKey, addressLockKey, afterFailure, lockedUntil } from "./lockout.ts";
import { startSession } from "./start-session.ts";

export type SignInServices = Pick<
  Services,
  "store" | "clock" | "random" | "hasher" | "tokenHash" | "policy" | "organisations"
>;

interface Attempt {
  readonly name: string;
  readonly from: string;
  readonly at: Instant;
}

export async function signIn(
  services: SignInServices,
  request: { readonly name: string; readonly password: string; readonly from: string },
): Promise<Result<SignInAnswer, AccessRefusal>> {
  const { store, hasher, clock } = services;
  const attempt = { name: normaliseAccountName(request.name), from: request.from, at: clock.now() };
  const { account, locked } = await store.read(async (tx) => ({
    account: await tx.accounts.byName(attempt.name),
    locked: await lockOf(tx, attempt),
  }));
  // Whoever is locked out costs us no argon2 run.
  const isRight = locked === undefined && (await hasher.verify(request.password, account?.passwordHash));
  return store.write(async (tx) => {
    await tx.accounts.holdLockouts([accountLockKey(attempt.name), addressLockKey(attempt.from)]);
    const lock = await lockOf(tx, attempt);
    if (lock) return refuseLocked(tx, services, { attempt, account, lock });
    if (!isRight || !account) return countFailure(tx, services, { attempt, account });
    return admit(tx, services, { attempt, account });
  });
}

interface Lock {
  readonly until: Instant;
  readonly by: "account" | "address";
}

async function lockOf(tx: StoreReads, { name, from, at }: Attempt): Promise<Lock | undefined> {
  const ofAddress = lockedUntil(await tx.accounts.lockout(addressLockKey(from)), at);
  if (ofAddress) return { until: ofAddress, by: "address" };
  const ofAccount = lockedUntil(await tx.accounts.lockout(accountLockKey(name)), at);
  return ofAccount && { until: ofAccount, by: "account" };
}

interface Facts {
  readonly attempt: Attempt;
  readonly account: AccountRecord | undefined;
}

/** From a locked address nothing is logged any more: the failure that locked it is, and the log must not be floodable. */
async function refuseLocked(
  tx: StoreWrites,
  services: SignInServices,
  { attempt, account, lock }: Facts & { readonly lock: Lock },
): Promise<Result<never, AccessRefusal>> {
  if (lock.by === "account") {
    await countForAddress(tx, services, attempt);
    recordSignIn(tx, { attempt, account, why: "locked-out" });
  }
  return refuse({ code: "locked-out", until: lock.until });
}

async function countFailure(
  tx: StoreWrites,
  services: SignInServices,
  { attempt, account }: Facts,
): Promise<Result<never, AccessRefusal>> {
  const key = accountLockKey(attempt.name);
  const options = { now: attempt.at, policy: services.policy.accountLock };
  await tx.accounts.saveLockout(afterFailure(key, await tx.accounts.lockout(key), options));
  await countForAddress(tx, services, attempt);
  recordSignIn(tx, { attempt, account, why: "sign-in-failed" });
  return refuse({ code: "sign-in-failed" });
}

async function countForAddress(tx: StoreWrites, { policy }: SignInServices, attempt: Attempt): Promise<void> {
  const key = addressLockKey(attempt.from);
  const options = { now: attempt.at, policy: policy.addressLock };
  await tx.accounts.saveLockout(afterFailure(key, await tx.accounts.lockout(key), options));
}

/** The password is right; what is said from here on, only its holder learns. */
async function admit(
  tx: StoreWrites,
  services: SignInServices,
  { attempt, account }: { readonly attempt: Attempt; readonly account: AccountRecord },
): Promise<Result<SignInAnswer, AccessRefusal>> {
  const { at, from } = attempt;
  // It may have been disabled or given a new password while argon2 ran.
  const current = await tx.accounts.byId(account.id);
  if (current?.passwordHash !== account.passwordHash) return countFailure(tx, services, { attempt, account });
  const caller = await callerIn(tx, services, { account: current, actingPostId: null, at, from });
  const refusal = refusalOf(current, caller, at);
  if (refusal || !caller) {
    recordSignIn(tx, { attempt, account, why: refusal?.code ?? "no-such-post" });
    return refuse(refusal ?? { code: "no-such-post" });
  }
  await tx.accounts.clearLockout(accountLockKey(attempt.name));
  const actingPostId = caller.actor.kind === "person" ? caller.actor.actingFor.postId : null;
  const { token, session } = await startSession(tx, services, { account: current, actingPostId, at, from });
  recordSignIn(tx, { attempt, account, why: "" });
  return ok({ token, me: describeMe(services, { caller, session }) });
}

function refusalOf(account: AccountRecord, caller: Caller | undefined, at: Instant): AccessRefusal | undefined {
  const { from, to } = account.term;
  if (!isAccountActive(account, dayOf(at))) return { code: "account-not-active", from, to };
  if (account.firstPasswordUntil !== null && account.firstPasswordUntil <= at)
    return { code: "first-password-expired" };
  return caller ? undefined : { code: "no-such-post" };
}

/** What was typed as a name is never kept: people type passwords there. */
function recordSignIn(tx: StoreWrites, { attempt, account, why }: Facts & { readonly why: string }): void {
  tx.record({
    at: attempt.at,
    accountId: why === "" && account ? account.id : null,
    from: attempt.from,
    action: "sign-in",
    record: `account:${account?.id ?? "unknown"}`,
    outcome: why === "" ? "done" : "refused",
    why,
    fields: [],
  });
}
