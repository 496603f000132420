import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { toId, type AccountId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountNameSubject } from "#core/organisation/propose-account-name.ts";
import type { KeptRequest } from "#core/protocol/accounts.ts";
import type { AuditField } from "#service/ports/audit.ts";
import type { AccountRecord, AccountRequestRecord, AccountTerm, PersonRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { normaliseAccountName } from "../account-name.ts";
import { postsInForce } from "../session/actor-of.ts";
import { arePostsWithin, knownPerson } from "./future-holder.ts";
import { freeAccountNames } from "../free-names.ts";
import type { OneTimeSecret } from "./one-time-secret.ts";

type CarryOutServices = Pick<Services, "random" | "pinyin">;

export interface Approved {
  readonly caller: Caller;
  readonly record: AccountRequestRecord;
  readonly kept: KeptRequest;
  readonly secret: OneTimeSecret["kept"];
}

/** Does what was approved. @returns the application with its account and whether a slip is due. */
export async function carryOutRequest(
  tx: StoreWrites,
  services: CarryOutServices,
  approved: Approved,
): Promise<Result<KeptRequest, AccessRefusal>> {
  const { request } = approved.kept;
  if (request.action === "make") {
    return request.kind === "unit"
      ? makeUnitAccount(tx, services, approved)
      : makePersonAccount(tx, services, approved);
  }
  const account = await tx.accounts.byId(toId<AccountId>(approved.kept.accountId ?? ""));
  if (!account) return refuse({ code: "not-found" });
  switch (request.action) {
    case "change-permission":
      return change(tx, approved, { account, changed: { permission: request.permission } });
    case "disable":
      return change(tx, approved, { account, changed: { state: "disabled" } });
    case "enable":
      return change(tx, approved, { account, changed: { state: "active" } });
    case "hand-over":
      return handOver(tx, services, { ...approved, account });
  }
}

/** Every such change ends the account's sessions: its generation grows (A5). */
async function change(
  tx: StoreWrites,
  { caller, kept }: Approved,
  { account, changed }: { readonly account: AccountRecord; readonly changed: Partial<AccountRecord> },
): Promise<Result<KeptRequest, AccessRefusal>> {
  await tx.accounts.saveAccounts([{ ...account, ...changed, generation: account.generation + 1 }]);
  const fields = (["permission", "state", "holder", "name"] as const).flatMap((field): AuditField[] => {
    const next = changed[field];
    if (next === undefined || next === account[field]) return [];
    const value = { field, old: account[field], new: next };
    return [field === "name" ? { ...value, sensitive: true } : value];
  });
  const { action, reason } = kept.request;
  tx.record(auditEntry(caller, { action: `${action}-account`, record: `account:${account.id}`, why: reason, fields }));
  return ok(kept);
}

async function makeUnitAccount(
  tx: StoreWrites,
  services: CarryOutServices,
  approved: Approved,
): Promise<Result<KeptRequest, AccessRefusal>> {
  const unitId = toId<UnitId>(approved.kept.request.unitId);
  const unit = approved.caller.organisation.units.get(unitId);
  if (!unit) return refuse({ code: "not-found" });
  const { shortName, code } = unit;
  const whose = { kind: "unit", unitId, personId: null } as const;
  return makeAccount(tx, services, { ...approved, whose, subject: { kind: "unit", shortName, code } });
}

/** A person has one account and acts with it for any of his posts (A0): who has one gets the post and no second account. */
async function makePersonAccount(
  tx: StoreWrites,
  services: CarryOutServices,
  approved: Approved,
): Promise<Result<KeptRequest, AccessRefusal>> {
  const { kept } = approved;
  const person = await personFor(tx, services, approved);
  if (!isHolderWithin(approved, person)) return refuse(OUT_OF_REACH);
  await appoint(tx, services, { ...approved, person });
  const [account] = await tx.accounts.ofPersons([person.id]);
  if (account) {
    const asked = { ...approved, kept: { ...kept, accountId: account.id } };
    return change(tx, asked, { account, changed: {} });
  }
  const subject = { kind: "secretary", mobile: kept.request.contact, realName: person.name } as const;
  return makeAccount(tx, services, {
    ...approved,
    whose: { kind: "person", unitId: null, personId: person.id },
    subject,
  });
}

async function makeAccount(
  tx: StoreWrites,
  { random, pinyin }: CarryOutServices,
  making: Approved & {
    readonly whose: Pick<AccountRecord, "kind" | "unitId" | "personId">;
    readonly subject: AccountNameSubject;
  },
): Promise<Result<KeptRequest, AccessRefusal>> {
  const { caller, record, kept, secret, whose, subject } = making;
  const { request } = kept;
  const [proposed = ""] = await freeAccountNames(tx, pinyin, [subject]);
  const name = request.accountName === undefined ? proposed : normaliseAccountName(request.accountName);
  if ((await tx.accounts.nameTaken([name])).length > 0) return refuse({ code: "name-taken", name, proposed });
  const account: AccountRecord = {
    ...{ id: toId<AccountId>(random.id("acc")), name, ...whose, duty: null, holder: request.holder },
    ...{ permission: request.permission, state: "active", term: request.term as AccountTerm },
    ...{ madeBy: record.requestedBy, generation: 1, ...secret },
  };
  await tx.accounts.saveAccounts([account]);
  const fields: readonly AuditField[] = [
    { field: "name", old: null, new: name, sensitive: true },
    { field: "holder", old: null, new: account.holder },
    { field: "permission", old: null, new: account.permission },
  ];
  tx.record(
    auditEntry(caller, { action: "make-account", record: `account:${account.id}`, why: request.reason, fields }),
  );
  return ok({ ...kept, accountId: account.id, slip: "due" });
}

/**
 * A6. A unit's account gets another holder. A person's goes to the successor together with the post: the one before him
 * is out of office from today on, the log keeps both.
 */
async function handOver(
  tx: StoreWrites,
  services: CarryOutServices,
  approved: Approved & { readonly account: AccountRecord },
): Promise<Result<KeptRequest, AccessRefusal>> {
  const { account, kept, secret } = approved;
  const { request } = kept;
  const slip = { ...approved, kept: { ...kept, slip: "due" as const } };
  const name = request.accountName === undefined ? account.name : normaliseAccountName(request.accountName);
  const changed = { holder: request.holder, name, ...secret };
  if (account.personId === null) return change(tx, slip, { account, changed });
  const person = await personFor(tx, services, approved);
  if (!isHolderWithin(approved, person)) return refuse(OUT_OF_REACH);
  await leaveOffice(tx, { ...approved, personId: account.personId });
  await appoint(tx, services, { ...approved, person });
  return change(tx, slip, { account, changed: { ...changed, personId: person.id } });
}

const OUT_OF_REACH: AccessRefusal = { code: "forbidden", action: "carry-out-request" };

function isHolderWithin({ caller, kept }: Approved, person: PersonRecord): boolean {
  const posts = postsInForce(caller.organisation, person.id);
  return arePostsWithin(caller.organisation, toId<UnitId>(kept.requestingUnitId), posts);
}

async function personFor(tx: StoreWrites, { random }: CarryOutServices, { kept }: Approved): Promise<PersonRecord> {
  const { holder, contact } = kept.request;
  const known = await knownPerson(tx, kept.request);
  if (known) return known;
  const person = { id: toId<PersonId>(random.id("per")), name: holder, phone: contact };
  await tx.organisation.savePersons([person]);
  return person;
}

async function appoint(
  tx: StoreWrites,
  { random }: CarryOutServices,
  { caller, kept, person }: Approved & { readonly person: PersonRecord },
): Promise<void> {
  const { post: kind, unitId } = kept.request;
  const held = caller.organisation.postsOfPerson.get(person.id) ?? [];
  if (kind === null || held.some((post) => post.kind === kind && post.unitId === unitId)) return;
  const id = toId<PostId>(random.id("post"));
  const from = dayOf(caller.at);
  await tx.organisation.savePosts([{ id, personId: person.id, unitId: toId<UnitId>(unitId), kind, from, until: null }]);
  const fields = [
    { field: "kind", old: null, new: kind },
    { field: "unit", old: null, new: unitId },
  ];
  tx.record(auditEntry(caller, { action: "appoint", record: `person:${person.id}`, why: kept.request.reason, fields }));
}

async function leaveOffice(
  tx: StoreWrites,
  { caller, kept, personId }: Approved & { readonly personId: PersonId },
): Promise<void> {
  const { post: kind, unitId, reason } = kept.request;
  const held = caller.organisation.postsOfPerson.get(personId) ?? [];
  const left = held.filter((post) => post.kind === kind && post.unitId === unitId);
  await tx.organisation.savePosts(left.map((post) => ({ ...post, until: dayOf(caller.at) })));
  const fields = left.map((post) => ({ field: "kind", old: post.kind, new: null }));
  tx.record(auditEntry(caller, { action: "leave-office", record: `person:${personId}`, why: reason, fields }));
}
