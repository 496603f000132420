/**
 * A2: the own password, by somebody who knows the old one. It ends every session, also this one (A5), and begins a new
 * one. Guessing the old password counts like guessing at sign-in (A8).
 */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { SignInAnswer } from "#core/protocol/session.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { checkPassword } from "./check-password.ts";
import { describeMe } from "./describe-me.ts";
import { accountLockKey, afterFailure, lockedUntil } from "./lockout.ts";
import { ownDataOf } from "./own-data.ts";
import type { SessionRequest } from "./session-request.ts";
import { startSession } from "./start-session.ts";

type PasswordServices = Pick<Services, "store" | "random" | "hasher" | "tokenHash" | "pinyin" | "policy">;
type Change = SessionRequest & { readonly old: string; readonly new: string };

export async function changePassword(
  services: PasswordServices,
  change: Change,
): Promise<Result<SignInAnswer, AccessRefusal>> {
  const { hasher, store } = services;
  const known = await checkOld(services, change);
  if (!known.ok) return known;
  const fit = await checkNew(services, change);
  if (!fit.ok) return fit;
  const passwordHash = await hasher.hash(change.new);
  return store.write((tx) => savePassword(tx, services, { change, passwordHash }));
}

async function checkOld(services: PasswordServices, { caller, old }: Change): Promise<Result<null, AccessRefusal>> {
  const { account, at } = caller;
  const key = accountLockKey(account.name);
  const lock = lockedUntil(await services.store.read((tx) => tx.accounts.lockout(key)), at);
  if (lock) return refuse({ code: "locked-out", until: lock });
  if (await services.hasher.verify(old, account.passwordHash)) return checkFirst(caller);
  await services.store.write(async (tx) => {
    await tx.accounts.holdLockouts([key]);
    const options = { now: at, policy: services.policy.accountLock };
    await tx.accounts.saveLockout(afterFailure(key, await tx.accounts.lockout(key), options));
  });
  return refuse({ code: "password-wrong" });
}

function checkFirst({ account, at }: Caller): Result<null, AccessRefusal> {
  const isExpired = account.firstPasswordUntil !== null && account.firstPasswordUntil <= at;
  return isExpired ? refuse({ code: "first-password-expired" }) : ok(null);
}

async function checkNew(services: PasswordServices, change: Change): Promise<Result<null, AccessRefusal>> {
  const { store, pinyin, policy, hasher } = services;
  const { account } = change.caller;
  const { person, history } = await store.read(async (tx) => ({
    person: account.personId === null ? undefined : await tx.organisation.person(account.personId),
    history: await tx.accounts.passwordHistory(account.id),
  }));
  const fit = checkPassword(change.new, ownDataOf(change.caller, person, pinyin), policy);
  if (!fit.ok) return fit;
  const earlier = [...new Set([account.passwordHash, ...history])].slice(0, policy.rememberedPasswords);
  const matches = await Promise.all(earlier.map((hash) => hasher.verify(change.new, hash)));
  return matches.includes(true) ? refuse({ code: "password-used-before" }) : ok(null);
}

async function savePassword(
  tx: StoreWrites,
  services: PasswordServices,
  { change, passwordHash }: { readonly change: Change; readonly passwordHash: string },
): Promise<Result<SignInAnswer, AccessRefusal>> {
  const { caller, session } = change;
  const { at, from } = caller;
  const current = await tx.accounts.byId(caller.account.id);
  // Reset, disabled or handed over while argon2 ran: the session that asked is over.
  if (current?.generation !== caller.account.generation)
    return refuse({ code: "session-over", why: "account-changed" });
  const generation = current.generation + 1;
  const account = { ...current, passwordHash, passwordSetAt: at, firstPasswordUntil: null, generation };
  await tx.accounts.saveAccounts([account]);
  await tx.accounts.addPasswordHistory(account.id, passwordHash, at);
  await tx.accounts.endSessionsOf(account.id);
  const { actingPostId } = session;
  const started = await startSession(tx, services, { account, actingPostId, at, from });
  const field = { field: "password", old: null, new: null, sensitive: true } as const;
  tx.record(auditEntry(caller, { action: "change-password", record: `account:${account.id}`, fields: [field] }));
  const me = describeMe(services, { caller: { ...caller, account }, session: started.session });
  return ok({ token: started.token, me });
}
