/** A4: the written application for an account that administers, by its superior or by the unit itself. */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { administeringUnit, decideAccount, type AccountSubject } from "#core/access/decide-administration.ts";
import { toId, type AccountId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountNameSubject } from "#core/organisation/propose-account-name.ts";
import type { AccountRequest, AccountRequestListed, KeptRequest } from "#core/protocol/accounts.ts";
import type { RequestRefusal } from "#core/protocol/refusal.ts";
import type { AccountRequestRecord, AccountTerm } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { normaliseAccountName } from "../account-name.ts";
import { accountSubjectOf, refusalOfDecision } from "./account-subject.ts";
import { postsInForce } from "../session/actor-of.ts";
import { arePostsWithin, knownPerson } from "./future-holder.ts";
import { freeAccountNames } from "../free-names.ts";
import { describeRequest } from "./list-requests.ts";
import { termProblem } from "../term-problem.ts";

type Refusal = AccessRefusal | RequestRefusal;

interface Request {
  readonly caller: Caller;
  readonly asked: AccountRequest;
}

export async function requestAccount(
  { store, random, pinyin }: Pick<Services, "store" | "random" | "pinyin">,
  { caller, asked }: Request,
): Promise<Result<AccountRequestListed, Refusal>> {
  return store.write(async (tx) => {
    const refusal = (await refusalOf(tx, { caller, asked })) ?? (await nameRefusal(tx, { pinyin }, { caller, asked }));
    if (refusal) return refuse(refusal);
    const id = random.id("req");
    const record: AccountRequestRecord = {
      ...{ id, kind: asked.action, content: JSON.stringify(keptRequest(id, { caller, asked })) },
      ...{ unitId: toId<UnitId>(asked.unitId), requestedBy: caller.account.id, requestedAt: caller.at },
      ...{ state: "open", decidedBy: null, decidedAt: null, remark: "" },
    };
    await tx.accounts.saveRequest(record);
    tx.record(
      auditEntry(caller, { action: `request-${asked.action}`, record: `account-request:${id}`, why: asked.reason }),
    );
    return ok(await describeRequest(tx, caller, record));
  });
}

/** Day and tail of the id: unique enough to be read out, and it tells nothing about how many there are. */
function keptRequest(id: string, { caller, asked }: Request): KeptRequest {
  return {
    request: asked,
    number: `${dayOf(caller.at).replaceAll("-", "")}-${id.slice(-6).toUpperCase()}`,
    requestingUnitId: administeringUnit(caller.actor) ?? "",
    requestedByPersonId: caller.account.personId,
    accountId: asked.accountId ?? null,
    slip: "none",
  };
}

async function refusalOf(tx: StoreReads, { caller, asked }: Request): Promise<Refusal | undefined> {
  const problem = problemOf(asked);
  if (problem) return problem;
  const subject = await subjectOf(tx, { caller, asked });
  if (!subject) return { code: "not-found" };
  const decision = decideAccount(caller.actor, caller.organisation, { subject, action: asked.action });
  if (decision === "allowed" || decision === "needs-approval") return undefined;
  const isForOwnUnit = decision === "forbidden" || decision === "oneself";
  if (isForOwnUnit && isWithinOwnUnit(caller, { asked, subject })) return undefined;
  return refusalOfDecision(decision, `request-${asked.action}`);
}

/** For one's own unit, even one's own account: it is asked for like any other, and somebody above decides. */
function isWithinOwnUnit(
  { actor, organisation }: Caller,
  { asked, subject }: { readonly asked: AccountRequest; readonly subject: AccountSubject },
): boolean {
  const own = administeringUnit(actor);
  return (
    own === toId<UnitId>(asked.unitId) && (subject.kind === "unit" || arePostsWithin(organisation, own, subject.posts))
  );
}

function problemOf({ action, accountId, kind, post, term }: AccountRequest): RequestRefusal | undefined {
  if ((action === "make") !== (accountId === undefined)) return wrong("accountId");
  const needsPost = kind === "person" && (action === "make" || action === "hand-over");
  if (needsPost !== (post !== null)) return wrong("post");
  return termProblem(term as AccountTerm);
}

function wrong(path: string): RequestRefusal {
  return { code: "bad-request", problems: [{ path, message: "application" }] };
}

/** @returns undefined where there is no such unit, no such account, or the account is another unit's. */
async function subjectOf(tx: StoreReads, { caller, asked }: Request): Promise<AccountSubject | undefined> {
  const unitId = toId<UnitId>(asked.unitId);
  if (!caller.organisation.units.has(unitId)) return undefined;
  if (asked.accountId === undefined) return futureSubject(tx, { caller, asked });
  const account = await tx.accounts.byId(toId<AccountId>(asked.accountId));
  const subject = account && accountSubjectOf(account, caller.organisation);
  if (subject?.kind !== asked.kind) return undefined;
  const units = subject.kind === "unit" ? [subject.unitId] : subject.posts.map((post) => post.unitId);
  return units.includes(unitId) ? subject : undefined;
}

async function futureSubject(tx: StoreReads, { caller, asked }: Request): Promise<AccountSubject> {
  const unitId = toId<UnitId>(asked.unitId);
  if (asked.kind === "unit") return { kind: "unit", accountId: null, unitId, personId: null };
  const person = await knownPerson(tx, asked);
  const posts = asked.post === null ? [] : [{ unitId, kind: asked.post }];
  const held = person ? postsInForce(caller.organisation, person.id) : [];
  return { kind: "person", accountId: null, personId: person?.id ?? null, posts: [...posts, ...held] };
}

/** The maker may choose the name (A1), as long as it is free; said now, not after somebody has approved. */
async function nameRefusal(
  tx: StoreReads,
  { pinyin }: Pick<Services, "pinyin">,
  { caller, asked }: Request,
): Promise<AccessRefusal | undefined> {
  if (asked.accountName === undefined) return undefined;
  const name = normaliseAccountName(asked.accountName);
  const present = await tx.accounts.byName(name);
  if (!present || present.id === asked.accountId) return undefined;
  const [proposed = ""] = await freeAccountNames(tx, pinyin, [nameSubjectOf(caller, asked)]);
  return { code: "name-taken", name, proposed };
}

function nameSubjectOf({ organisation }: Caller, asked: AccountRequest): AccountNameSubject {
  const unit = organisation.units.get(toId<UnitId>(asked.unitId));
  if (asked.kind === "unit" && unit) return { kind: "unit", shortName: unit.shortName, code: unit.code };
  return { kind: "secretary", mobile: asked.contact, realName: asked.holder };
}
