import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { buildOrganisation, isInForce } from "#core/organisation/build-organisation.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { aPost, aUnit, personId, SOME_DAY, unitId, unitsOf } from "#test/builders/organisation.ts";

function problemCodes(units: readonly Unit[], posts: readonly Post[] = []): readonly string[] {
  const built = buildOrganisation(units, posts, SOME_DAY);
  return built.ok ? [] : built.refusal.problems.map((problem) => problem.code);
}

describe("building the organisation", () => {
  it("takes a tree of any depth, branches directly under the committee and party groups", () => {
    const built = buildOrganisation(unitsOf("c(g1(g2(g3(b1(p1,p2)))),b2(p3))"), [], SOME_DAY);
    assert.ok(built.ok);
    assert.equal(built.value.units.size, 9);
    assert.deepEqual(built.value.childrenOf.get(unitId("b1")), ["p1", "p2"]);
    assert.deepEqual(built.value.childrenOf.get(unitId("p1")), []);
  });

  it("orders children by position, then code, however they come", () => {
    const units = [
      aUnit("b3", "c", { position: 2 }),
      aUnit("b1", "c", { position: 2 }),
      aUnit("b2", "c", { position: 1 }),
      aUnit("c", null),
    ];
    const built = buildOrganisation(units, [], SOME_DAY);
    assert.ok(built.ok);
    assert.deepEqual(built.value.childrenOf.get(unitId("c")), ["b2", "b1", "b3"]);
  });

  it("indexes the posts in force by unit and by person", () => {
    const posts = [aPost("zhang secretary b1"), aPost("zhang member b1"), aPost("li member b1")];
    const built = buildOrganisation(unitsOf("c(b1)"), posts, SOME_DAY);
    assert.ok(built.ok);
    assert.deepEqual(built.value.postsOfUnit.get(unitId("b1")), posts);
    assert.deepEqual(built.value.postsOfPerson.get(personId("zhang")), posts.slice(0, 2));
  });

  const inconsistent: readonly (readonly [string, readonly Unit[], readonly string[]])[] = [
    ["nothing at all", [], ["no-root"]],
    ["two roots", [aUnit("c1", null), aUnit("c2", null)], ["two-roots"]],
    ["an unknown parent", [aUnit("c", null), aUnit("b1", "gone")], ["unknown-parent"]],
    ["a unit given twice", [aUnit("c", null), aUnit("b1", "c"), aUnit("b1", "c")], ["unit-twice"]],
    ["a unit above itself", [aUnit("c", null), aUnit("g1", "g1")], ["cycle"]],
    ["a cycle beside the tree", [aUnit("c", null), aUnit("g1", "g2"), aUnit("g2", "g1"), aUnit("b1", "g1")], ["cycle"]],
    ["only a cycle", [aUnit("g1", "g2"), aUnit("g2", "g1")], ["no-root", "cycle"]],
    ["a party group as root", [aUnit("p1", null)], ["misplaced-party-group"]],
    ["a party group not under a branch", [aUnit("c", null), aUnit("p1", "c")], ["misplaced-party-group"]],
    ["a unit under a party group", [...unitsOf("c(b1(p1))"), aUnit("b2", "p1")], ["misplaced-party-group"]],
  ];
  for (const [what, units, codes] of inconsistent) {
    it(`refuses ${what}`, () => assert.deepEqual(problemCodes(units), codes));
  }

  it("names the units of a cycle, not those that hang below it", () => {
    const units = [aUnit("c", null), aUnit("b1", "g1"), aUnit("g1", "g2"), aUnit("g2", "g1")];
    const built = buildOrganisation(units, [], SOME_DAY);
    assert.deepEqual(!built.ok && built.refusal.problems, [{ code: "cycle", unitIds: ["g1", "g2"] }]);
  });

  const wrongPosts: readonly (readonly [string, readonly Post[], readonly string[]])[] = [
    ["a post in an unknown unit", [aPost("zhang secretary b9")], ["post-in-unknown-unit"]],
    ["membership of a general branch", [aPost("zhang member g1")], ["membership-outside-branch"]],
    ["membership of a party group", [aPost("zhang member p1")], ["membership-outside-branch"]],
    ["two memberships", [aPost("zhang member b1"), aPost("zhang member b2")], ["two-memberships"]],
    ["a post given twice", [aPost("zhang officer c"), aPost("zhang officer c")], ["post-twice"]],
  ];
  for (const [what, posts, codes] of wrongPosts) {
    it(`refuses ${what}`, () => assert.deepEqual(problemCodes(unitsOf("c(g1(b1(p1),b2))"), posts), codes));
  }

  it("reports every problem, not only the first", () => {
    const units = [aUnit("c1", null), aUnit("c2", null), aUnit("b1", "gone")];
    assert.deepEqual(problemCodes(units, [aPost("zhang officer x")]), [
      "two-roots",
      "unknown-parent",
      "post-in-unknown-unit",
    ]);
  });

  it("L4 leaves out posts that are over or not yet begun", () => {
    const posts = [
      aPost("wang secretary b1", { until: SOME_DAY }),
      aPost("zhang secretary b1", { from: SOME_DAY }),
      aPost("li secretary b1", { from: "2026-06-02" as Day }),
      aPost("zhao secretary gone", { until: "2026-01-01" as Day }),
    ];
    const built = buildOrganisation(unitsOf("c(b1)"), posts, SOME_DAY);
    assert.ok(built.ok);
    assert.deepEqual(
      built.value.postsOfUnit.get(unitId("b1"))?.map((post) => post.personId),
      ["zhang"],
    );
  });

  it("lets a transfer end one membership on the day the next begins", () => {
    const posts = [aPost("zhang member b1", { until: SOME_DAY }), aPost("zhang member b2", { from: SOME_DAY })];
    assert.deepEqual(problemCodes(unitsOf("c(b1,b2)"), posts), []);
    assert.deepEqual(
      posts.map((post) => isInForce(post, SOME_DAY)),
      [false, true],
    );
  });
});
