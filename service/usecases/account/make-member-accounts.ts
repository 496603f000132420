/**
 * A4: the members of one branch in one go, with a slip each. Who is in the branch already is found by id, by name and
 * phone, or by a name that only one of its members has; everybody else becomes a person and a member of it. Whoever has
 * an account keeps it and is named in `refused`, so that a list can be sent again after more names were added.
 */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { decideAccount } from "#core/access/decide-administration.ts";
import { toId, type AccountId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Post } from "#core/organisation/post.ts";
import type { MakeMemberAccounts, MemberAccountsAnswer } from "#core/protocol/accounts.ts";
import type { RequestRefusal } from "#core/protocol/refusal.ts";
import type { AccountRecord, AccountTerm, PersonRecord } from "#service/ports/records.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { refusalOfDecision } from "./requests/account-subject.ts";
import { freeAccountNames } from "./free-names.ts";
import { makeOneTimeSecret, slipOf, type OneTimeSecret } from "./requests/one-time-secret.ts";
import { termProblem } from "./term-problem.ts";

type MakeServices = Pick<Services, "store" | "random" | "hasher" | "policy" | "pinyin">;
type Row = MakeMemberAccounts["members"][number];

interface Request {
  readonly caller: Caller;
  readonly asked: MakeMemberAccounts;
}

export async function makeMemberAccounts(
  services: MakeServices,
  request: Request,
): Promise<Result<MemberAccountsAnswer, AccessRefusal | RequestRefusal>> {
  const { caller, asked } = request;
  const refusal = refusalOf(request);
  if (refusal) return refuse(refusal);
  // A thousand argon2 runs take a while: they are done before anything is locked.
  const secrets = await Promise.all(asked.members.map(() => makeOneTimeSecret(services, caller.at)));
  return services.store.write(async (tx) => ok(await saveMembers(tx, services, { ...request, secrets })));
}

function refusalOf({ caller, asked }: Request): AccessRefusal | RequestRefusal | undefined {
  const { actor, organisation } = caller;
  const unitId = toId<UnitId>(asked.branchId);
  const subject = { kind: "person", accountId: null, personId: null, posts: [{ unitId, kind: "member" }] } as const;
  const decision = decideAccount(actor, organisation, { subject, action: "make" });
  if (decision !== "allowed") return refusalOfDecision(decision, "make-account");
  if (organisation.units.get(unitId)?.kind === "branch") return termProblem(asked.term as AccountTerm);
  return { code: "bad-request", problems: [{ path: "branchId", message: "not-a-branch" }] };
}

interface Member {
  readonly row: number;
  readonly person: PersonRecord;
  readonly isNew: boolean;
  readonly secret: OneTimeSecret;
}

async function saveMembers(
  tx: StoreWrites,
  services: MakeServices,
  request: Request & { readonly secrets: readonly OneTimeSecret[] },
): Promise<MemberAccountsAnswer> {
  const { caller, asked } = request;
  const unitId = toId<UnitId>(asked.branchId);
  const found = await matchMembers(tx, services, request);
  const holders = await tx.accounts.ofPersons(
    found.members.filter(({ isNew }) => !isNew).map(({ person }) => person.id),
  );
  const held = new Map(holders.map((account) => [account.personId, account]));
  const members = found.members.filter(({ person }) => !held.has(person.id));
  const subjects = members.map(({ person }) => ({ kind: "member", realName: person.name }) as const);
  const names = await freeAccountNames(tx, services.pinyin, subjects);
  const made = members.map((member, index) => ({ ...member, account: accountOf(member, names[index] ?? "") }));
  const fresh = members.filter(({ isNew }) => isNew);
  await tx.organisation.savePersons(fresh.map(({ person }) => person));
  await tx.organisation.savePosts(fresh.map(({ person }) => memberPost(person)));
  await tx.accounts.saveAccounts(made.map(({ account }) => account));
  for (const { account, isNew } of made) {
    const fields = [{ field: "name", old: null, new: account.name, sensitive: true } as const];
    const why = isNew ? "new-person" : "";
    tx.record(auditEntry(caller, { action: "make-account", record: `account:${account.id}`, why, fields }));
  }
  for (const { person } of fresh) {
    const fields = [
      { field: "kind", old: null, new: "member" },
      { field: "unit", old: null, new: unitId },
    ];
    tx.record(auditEntry(caller, { action: "appoint", record: `person:${person.id}`, why: "new-person", fields }));
  }
  const unitName = caller.organisation.units.get(unitId)?.name ?? "";
  return {
    slips: made.map(({ account, secret }) => slipOf(account, secret, unitName)),
    refused: [
      ...found.unknown.map((row) => ({ row, refusal: { code: "not-found" } as const })),
      ...found.members.flatMap(({ row, person }) => {
        const account = held.get(person.id);
        return account ? [{ row, refusal: hasAccount(account) }] : [];
      }),
    ],
  };

  function accountOf({ person, secret }: Member, name: string): AccountRecord {
    return {
      ...{ id: toId<AccountId>(services.random.id("acc")), kind: "person", name, unitId: null, personId: person.id },
      ...{ duty: null, permission: "read-write", state: "active", term: asked.term as AccountTerm },
      ...{ holder: person.name, madeBy: caller.account.id, generation: 1 },
      ...secret.kept,
    };
  }
  function memberPost(person: PersonRecord): Post {
    const id = toId<PostId>(services.random.id("post"));
    return { id, personId: person.id, unitId, kind: "member", from: dayOf(caller.at), until: null };
  }
}

/** Who has an account is answered with its name: the maker administers it. */
function hasAccount({ name }: AccountRecord): AccessRefusal {
  return { code: "name-taken", name, proposed: name };
}

async function matchMembers(
  tx: StoreReads,
  { random }: Pick<Services, "random">,
  { caller, asked, secrets }: Request & { readonly secrets: readonly OneTimeSecret[] },
): Promise<{ readonly members: readonly Member[]; readonly unknown: readonly number[] }> {
  const posts = caller.organisation.postsOfUnit.get(toId<UnitId>(asked.branchId)) ?? [];
  const ids = posts.filter((post) => post.kind === "member").map((post) => post.personId);
  const present = await tx.organisation.persons(ids);
  const members: Member[] = [];
  const unknown: number[] = [];
  const matched = new Set<PersonId>();
  for (const [row, member] of asked.members.entries()) {
    const secret = secrets[row];
    const found = personOf(member, present);
    if (found === "unknown" || !secret || (found && matched.has(found.id))) {
      unknown.push(row);
      continue;
    }
    const person = found ?? { id: toId<PersonId>(random.id("per")), name: member.name, phone: member.phone };
    matched.add(person.id);
    members.push({ row, person, isNew: !found, secret });
  }
  return { members, unknown };
}

/** @returns undefined for somebody new. */
function personOf(row: Row, present: readonly PersonRecord[]): PersonRecord | "unknown" | undefined {
  if (row.personId !== undefined) return present.find(({ id }) => id === row.personId) ?? "unknown";
  const homonyms = present.filter(({ name }) => name === row.name);
  if (row.phone !== null) return homonyms.find(({ phone }) => phone === row.phone);
  return homonyms.length === 1 ? homonyms[0] : undefined;
}
