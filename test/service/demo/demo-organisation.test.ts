import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toInstant, dayOf } from "#core/kernel/instant.ts";
import { buildOrganisation } from "#core/organisation/build-organisation.ts";
import { demoAccounts } from "#service/demo/demo-accounts.ts";
import { demoOwners } from "#service/demo/demo-casts.ts";
import { demoOrganisation } from "#service/demo/demo-organisation.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";

const at = toInstant(Date.UTC(2026, 10, 21));
const day = dayOf(at);
const make = (seed: number, people = 2_000) => demoOrganisation(people, day, seededRandom(seed));

describe("the demo university", () => {
  it("has 1 committee, 12 general branches, 60 branches and the people asked for", () => {
    const { units, persons } = make(1);
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    assert.deepEqual(
      [count("committee"), count("general-branch"), count("branch"), persons.length],
      [1, 12, 60, 2_000],
    );
  });

  it("is the same for the same seed and another for another", () => {
    assert.deepEqual(make(7), make(7));
    assert.notDeepEqual(make(7).persons, make(8).persons);
  });

  it("is a tree that the organisation accepts, every post held by a person of its own", () => {
    const { units, posts } = make(1, 60);
    const built = buildOrganisation(units, posts, day);
    assert.ok(built.ok, JSON.stringify(built));
    for (const unit of units) {
      const kinds = posts.filter((post) => post.unitId === unit.id).map((post) => post.kind);
      assert.equal(kinds.filter((kind) => kind === "secretary").length, 1, unit.shortName);
    }
  });

  it("A1 names accounts by house custom, no name twice", () => {
    const organisation = make(1);
    const accounts = demoAccounts(organisation, { at, hashes: ["$"] });
    const names = accounts.map((account) => account.name);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.includes("jgdzz"), "机关党总支 -> jgdzz");
    const secretary = organisation.posts.find((post) => post.kind === "secretary");
    const named = accounts.find((account) => account.personId === secretary?.personId)?.name;
    assert.match(named ?? "", /^140\d{8}$/);
  });

  it("L14 gives every unit ledger an owner, peers among its equals and leaders above", () => {
    const organisation = make(1);
    const owners = demoOwners(organisation, demoAccounts(organisation, { at, hashes: ["$"] }));
    const units = owners.filter((owner) => owner.level !== "member");
    assert.equal(units.length, 72);
    for (const { level, cast } of units) {
      assert.equal(cast.peers.length, level === "general-branch" ? 11 : 4);
      assert.equal(cast.leaders.length, 2);
      assert.ok(![...cast.peers, ...cast.leaders].some((rater) => rater.personId === cast.owner.personId));
    }
  });
});
