import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { relationOf } from "#core/access/relation.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { dayOf, toInstant } from "#core/kernel/instant.ts";
import { toId, type AccountId, type LedgerId, type PersonId } from "#core/kernel/ids.ts";
import type { EntryStatus } from "#core/ledger/handling/item-state.ts";
import { standingEntry } from "#core/ledger/scoring/standing-entry.ts";
import { buildOrganisation } from "#core/organisation/build-organisation.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import { departmentCaller } from "#service/cli/caller-for.ts";
import { demoAccounts } from "#service/demo/demo-accounts.ts";
import { demoOwners, type DemoOwner } from "#service/demo/demo-casts.ts";
import { demoOrganisation } from "#service/demo/demo-organisation.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { openLedger } from "#service/usecases/ledger/open-ledger.ts";
import { jsonOf, taizhang } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, DemoCopy, demoCopy } from "#test/environment/demo-copy.ts";

const STATUSES: Readonly<Record<EntryStatus, true>> = {
  own: true,
  challenged: true,
  accepted: true,
  contested: true,
  escalated: true,
  ruled: true,
  reopened: true,
};

describe("the ledgers of the demo university", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  before(async () => {
    demo = await demoCopy();
  });
  after(async () => {
    await demo.remove();
  });

  it("stand in every state, their items in every status", async () => {
    const { ledgers, items } = await demo.behind(({ store }) => store.read(contentOf));
    assert.deepEqual(new Set(ledgers.map(({ state }) => state)), new Set(["open", "voided"]));
    const statuses = new Set(items.flatMap(({ state }) => standingEntry(state)?.status ?? []));
    assert.deepEqual([...statuses].toSorted(), Object.keys(STATUSES).toSorted());
  });

  it("L13 have a total each", async () => {
    await demo.behind(async (services) => {
      const caller = await departmentCaller(services);
      assert.ok(caller.ok);
      const { ledgers } = await services.store.read(contentOf);
      for (const { id } of ledgers) {
        const view = await openLedger(services, caller.value, id);
        assert.ok(view.ok, id);
        assert.match(view.value.totals.total, /^\d+(\.\d+)?$/);
      }
    });
  });

  it("are the same for the same seed on the same day, passwords and keys aside", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-demo-again-"));
    const again = new DemoCopy(folder, `sqlite:${join(folder, "taizhang.db")}`, demo.summary);
    try {
      jsonOf(await taizhang(again, "demo", "--people", "120", "--password", DEMO_PASSWORD, "--json"));
      const [one, other] = [
        await demo.behind(({ store }) => store.read(contentOf)),
        await again.behind(({ store }) => store.read(contentOf)),
      ];
      assert.equal(one.ledgers.length, other.ledgers.length);
      assert.ok(JSON.stringify(one) === JSON.stringify(other), "two demos of one seed differ");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("L14 hold nothing by anybody whom the rules of access would not let", () => {
    const at = toInstant(Date.UTC(2026, 10, 21));
    const organisation = demoOrganisation(2_000, dayOf(at), seededRandom(2026));
    const built = buildOrganisation(organisation.units, organisation.posts, dayOf(at));
    assert.ok(built.ok);
    const tree = built.value;
    const scopes = new Map<PersonId, ReturnType<typeof scopeOf>[]>();
    for (const owner of demoOwners(organisation, demoAccounts(organisation, { at, hashes: ["$"] }))) {
      const { cast } = owner;
      for (const [role, raters] of [
        ["owner", [cast.owner]],
        ["peer", cast.peers],
        ["leader", cast.leaders],
      ] as const)
        for (const { personId, who } of raters)
          assert.ok(may(personId, role, owner), `${who} as ${role} of ${owner.title}`);
    }

    function may(personId: PersonId | null, role: "owner" | "peer" | "leader", owner: DemoOwner): boolean {
      const subject = {
        ledgerId: toId<LedgerId>("ledger"),
        templateId: "template",
        owner:
          owner.personId === null
            ? ({ kind: "unit", unitId: owner.unitId } as const)
            : ({ kind: "member", unitId: owner.unitId, personId: owner.personId } as const),
      };
      return personId !== null && scopesOf(personId).some((scope) => relationOf(scope, subject)[role]);
    }

    /** One for each post that the person can act for. */
    function scopesOf(personId: PersonId): readonly ReturnType<typeof scopeOf>[] {
      const known = scopes.get(personId);
      if (known) return known;
      const allPosts = (tree.postsOfPerson.get(personId) ?? []).map(({ id, unitId, kind }) => ({
        postId: id,
        unitId,
        kind,
      }));
      const person = { kind: "person", accountId: toId<AccountId>("any"), permission: "read-write", personId } as const;
      const made = allPosts.map((actingFor) =>
        scopeOf({ ...person, actingFor, allPosts, substituteFor: [], namedLists: [] }, tree),
      );
      scopes.set(personId, made);
      return made;
    }
  });
});

/** What a demo is made of, without what has to differ: password hashes, keys, names of stored files. */
async function contentOf(tx: StoreReads) {
  const units = await tx.organisation.units();
  const ids = units.map(({ id }) => id);
  const visible = { unitLedgersOf: ids, memberLedgersIn: ids, memberLedgerOf: null, ledgerIds: [], templateIds: [] };
  const ledgers = await tx.ledgers.list({ visible, includeVoided: true, most: 10_000 });
  const persons = ledgers.flatMap(({ personId }) => personId ?? []);
  const accounts = [...(await tx.accounts.ofUnits(ids)), ...(await tx.accounts.ofPersons([...new Set(persons)]))];
  const items = [];
  const evidence = [];
  for (const { id } of ledgers) {
    items.push(...(await tx.ledgers.items(id)));
    evidence.push(...(await tx.evidence.ofLedger(id)));
  }
  return {
    units,
    accounts: accounts.map(({ passwordHash: _secret, ...account }) => account),
    ledgers,
    items,
    ratings: await tx.ledgers.ratingsOf(ledgers.map(({ id }) => id)),
    history: await tx.ledgers.latestHistory(items.map(({ ledgerId, state }) => itemRecord(ledgerId, state.key))),
    evidence: evidence.map(({ storedAs: _random, ...file }) => file),
  };
}
