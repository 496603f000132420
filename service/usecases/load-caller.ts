/**
 * From a bearer token (HTTP) or an account's name (command line) to the caller that every use case begins with.
 * Session, account and organisation are looked at on every request, so that whatever ends a session ends it on the
 * next one (A5): idle and absolute time, a new generation, the account's term and state, a post that is over.
 */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { Actor } from "#core/access/actor.ts";
import { dayOf, millisecondsOf, type Instant } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { AccountRecord, SessionRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { AccountPolicy } from "./account/account-policy.ts";
import { actorOf } from "./account/session/actor-of.ts";
import { normaliseAccountName } from "./account/account-name.ts";
import { isAccountActive } from "./account/account-term.ts";
import { isPasswordChangeDue } from "./account/session/password-age.ts";
import type { Caller } from "./caller.ts";
import type { Services } from "./services.ts";

export interface SignedIn {
  readonly caller: Caller;
  readonly session: SessionRecord;
  /** Everything but the change itself is refused until it is done (A2). */
  readonly passwordChangeDue: boolean;
}

type CallerServices = Pick<Services, "store" | "clock" | "tokenHash" | "policy" | "organisations">;

const MINUTE = 60_000;
/** The time last seen is written at most this often: a session may end this much early, never late. */
const TOUCH_AFTER = 20_000;

export async function loadCaller(
  services: CallerServices,
  request: { readonly token: string; readonly from: string },
): Promise<Result<SignedIn, AccessRefusal>> {
  const { store, clock, policy } = services;
  const now = clock.now();
  const tokenHash = services.tokenHash(request.token);
  const loaded = await store.read(async (tx): Promise<Result<SignedIn, AccessRefusal>> => {
    const session = await tx.accounts.sessionByTokenHash(tokenHash);
    const account = session && (await tx.accounts.byId(session.accountId));
    if (!session || !account) return refuse({ code: "session-over", why: "ended" });
    const over = whyOver(session, account, { now, policy });
    if (over) return refuse({ code: "session-over", why: over });
    const asked = { account, actingPostId: session.actingPostId, at: now, from: request.from };
    const caller = await callerIn(tx, services, asked);
    if (!caller) return refuse({ code: "session-over", why: "account-changed" });
    return ok({ caller, session, passwordChangeDue: isPasswordChangeDue(account, now, policy) });
  });
  if (loaded.ok && millisecondsOf(now) - millisecondsOf(loaded.value.session.lastSeenAt) > TOUCH_AFTER) {
    await store.write((tx) => tx.accounts.touchSession(tokenHash, now));
  }
  return loaded;
}

/** For `--as ACCOUNT`: whoever may start the command may act for an account, and the log says "cli". */
export async function callerOfAccount(
  services: Pick<Services, "store" | "clock" | "organisations">,
  accountName: string,
): Promise<Result<Caller, AccessRefusal>> {
  const at = services.clock.now();
  return services.store.read(async (tx) => {
    const account = await tx.accounts.byName(normaliseAccountName(accountName));
    if (!account) return refuse({ code: "not-found" });
    const { from, to } = account.term;
    if (!isAccountActive(account, dayOf(at))) return refuse({ code: "account-not-active", from, to });
    const caller = await callerIn(tx, services, { account, actingPostId: null, at, from: "cli" });
    return caller ? ok(caller) : refuse({ code: "no-such-post" });
  });
}

/**
 * @param asked.actingPostId null: the person's foremost post.
 * @returns undefined when the account stands for nobody any more: its post, or its unit, is gone.
 */
export async function callerIn(
  tx: StoreReads,
  { organisations }: Pick<Services, "organisations">,
  asked: {
    readonly account: AccountRecord;
    readonly actingPostId: string | null;
    readonly at: Instant;
    readonly from: string;
  },
): Promise<Caller | undefined> {
  const { account, at, from } = asked;
  const organisation = await organisations.organisationOn(tx.organisation, dayOf(at));
  const actor = await actorOf(tx, organisation, asked);
  if (!actor) return undefined;
  const who = await nameOf(tx, actor, { account, organisation });
  return { account, actor, scope: organisations.scopeOf(actor, organisation), organisation, who, at, from };
}

function whyOver(
  session: SessionRecord,
  account: AccountRecord,
  { now, policy }: { readonly now: Instant; readonly policy: AccountPolicy },
): "idle" | "absolute" | "account-changed" | undefined {
  const time = millisecondsOf(now);
  if (session.generation !== account.generation || !isAccountActive(account, dayOf(now))) return "account-changed";
  if (time - millisecondsOf(session.startedAt) >= policy.absoluteHours * 60 * MINUTE) return "absolute";
  return time - millisecondsOf(session.lastSeenAt) >= policy.idleMinutes * MINUTE ? "idle" : undefined;
}

/** As histories show it: the person's name, or the unit with whoever holds its account now (A6). */
async function nameOf(
  tx: StoreReads,
  actor: Actor,
  { account, organisation }: { readonly account: AccountRecord; readonly organisation: Organisation },
): Promise<string> {
  switch (actor.kind) {
    case "duty":
      return account.holder;
    case "unit":
      return `${organisation.units.get(actor.unitId)?.shortName ?? ""} ${account.holder}`.trim();
    case "person":
      return (await tx.organisation.person(actor.personId))?.name ?? account.holder;
  }
}
