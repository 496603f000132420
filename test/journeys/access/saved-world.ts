import {
  toId,
  type ItemKey,
  type LedgerId,
  type TemplateId,
  type TemplateVersionId,
  type UnitId,
} from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import { argon2Hasher } from "#service/crypto/password-hasher.ts";
import type { AccountRecord, LedgerRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { aPost, aUnit, personId, unitId } from "#test/builders/organisation.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";
import type { AskedLedger, Asker, World } from "#test/core/access/oracle.ts";
import type { RandomWorld } from "#test/core/access/random-world.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import type { TestService } from "#test/environment/running-service.ts";

export const LISTED_CLASS = "teachers";
export const ITEM = toId<ItemKey>("q1");
export const QUALITATIVE_ITEM = "l1";

/** Ledgers that can exist: neither the root nor a party group has one. */
export function existingLedgers({ ledgers }: RandomWorld): readonly AskedLedger[] {
  return ledgers.filter((ledger) => ledger.template !== "none");
}

/** Puts a random world into a running service: tree, posts, accounts, ledgers with one scored item, all stages open. */
export async function saveWorld(service: TestService, random: RandomWorld): Promise<void> {
  const { world } = random;
  const at = service.clock.now();
  const accounts = await accountsOf(world, at);
  await service.services.store.write(async (tx) => {
    await tx.organisation.saveUnits(
      world.units.map((unit, position) => ({ ...aUnit(unit.id, unit.parentId, { kind: unit.kind }), position })),
    );
    const people = new Set(world.posts.map((post) => post.person));
    await tx.organisation.savePersons([...people].map((name) => ({ id: personId(name), name, phone: null })));
    await tx.organisation.savePosts(world.posts.map((post) => aPost(`${post.person} ${post.kind} ${post.unit}`)));
    await tx.accounts.saveAccounts(accounts);
    await saveTemplates(tx, world, at);
    await saveWindows(tx, world);
    for (const ledger of existingLedgers(random)) await saveLedger(tx, ledger, { world, at });
    for (const { person, ledger, as } of world.substitutes) {
      if (!people.has(person)) continue;
      await tx.ledgers.saveSubstitute({
        ledgerId: toId(ledger),
        personId: personId(person),
        raterClass: as,
        reason: "回避",
      });
    }
  });
}

let knownHash: Promise<string> | undefined;

async function accountsOf(world: World, at: Instant): Promise<readonly AccountRecord[]> {
  knownHash ??= argon2Hasher().hash(KNOWN_PASSWORD);
  const base = {
    ...({ permission: "read-write", state: "active", duty: null, unitId: null, personId: null, madeBy: null } as const),
    ...({ term: { kind: "long-term", from: null, to: null }, generation: 1, firstPasswordUntil: null } as const),
    ...{ passwordHash: await knownHash, passwordSetAt: at, holder: "某人" },
  };
  const people = [...new Set(world.posts.map((post) => post.person))];
  return [
    ...world.units.map(({ id }): AccountRecord => ({
      ...base,
      id: toId(`account-${id}`),
      kind: "unit",
      name: id,
      unitId: unitId(id),
    })),
    ...people.map((name): AccountRecord => ({
      ...base,
      id: toId(`account-${name}`),
      kind: "person",
      name,
      personId: personId(name),
    })),
  ];
}

async function saveTemplates(tx: StoreWrites, world: World, at: Instant): Promise<void> {
  const classes = ["self", "peer", "leader", LISTED_CLASS].map((code) => ({ code, name: code, weight: "0.25" }));
  const people = new Set(world.posts.map((post) => post.person));
  for (const template of ["t0", "t1", "t2"]) {
    const templateId = toId<TemplateId>(template);
    await tx.templates.insertVersion({
      ...{
        templateId,
        id: toId<TemplateVersionId>(`${template}-1`),
        version: 1,
        state: "published",
        revision: 1,
        publishedAt: at,
      },
      body: aTemplate({ policy: { classes } }),
    });
    const listed = world.lists.filter((list) => list.template === template && people.has(list.person));
    await tx.templates.saveRaterList(templateId, LISTED_CLASS, [
      ...new Set(listed.map(({ person }) => toId<AccountRecord["id"]>(`account-${person}`))),
    ]);
  }
}

async function saveWindows(tx: StoreWrites, world: World): Promise<void> {
  const root = world.units.find((unit) => unit.parentId === null);
  const span = { from: "2026-01-01" as Day, to: "2026-12-31" as Day };
  const spans = JSON.stringify({ filling: span, "peer-review": span, "leader-review": span });
  for (const level of ["general-branch", "branch", "member"] as const) {
    await tx.ledgers.saveWindow({
      unitId: toId<UnitId>(root?.id ?? ""),
      level,
      year: 2026,
      spans,
      closed: false,
      revision: 1,
    });
  }
}

async function saveLedger(
  tx: StoreWrites,
  asked: AskedLedger,
  { world, at }: { readonly world: World; readonly at: Instant },
): Promise<void> {
  const id = toId<LedgerId>(ledgerIdOf(asked));
  const kind = world.units.find((unit) => unit.id === asked.unit)?.kind;
  const level: LedgerLevel = asked.member !== null ? "member" : kind === "branch" ? "branch" : "general-branch";
  const ledger: LedgerRecord = {
    ...{ id, level, year: 2026, name: nameOf(asked), nameRevision: 1, state: "open", createdAt: at },
    ...{
      templateId: toId<TemplateId>(asked.template),
      templateVersionId: toId<TemplateVersionId>(`${asked.template}-1`),
    },
    ...{
      ownerKind: asked.member === null ? "unit" : "member",
      unitId: unitId(asked.unit),
      personId: asked.member === null ? null : personId(asked.member),
    },
  };
  await tx.ledgers.insertLedger(ledger);
  const entry = {
    role: "owner",
    accountId: toId<AccountRecord["id"]>("nobody"),
    personId: null,
    score: "10",
    at,
    reason: "",
    status: "own",
    statement: "",
  } as const;
  const state = { key: ITEM, evidence: 1, entries: [entry], settledWith: [] };
  await tx.ledgers.saveItems([{ ledgerId: id, state, score: "10", challenges: 0, revision: 1 }]);
}

/** As an address and in a record: "person1@u3" would be neither. */
export function ledgerIdOf(asked: Pick<AskedLedger, "id">): string {
  return asked.id.replace("@", "-in-");
}

export function nameOf(asked: Pick<AskedLedger, "id">): string {
  return `台账〈${asked.id}〉`;
}

export function accountNameOf({ account }: Asker): string {
  return account.of === "unit" ? account.unit : account.person;
}
