import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LedgerScope } from "#core/access/scope.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { anOrganisation } from "#test/builders/organisation.ts";
import { acting, unitAccount } from "#test/builders/organisation-actors.ts";

const tree = anOrganisation("c(g1(b1(p1,p2),b2),g2(b3))", [
  "gao secretary g1",
  "gao secretary b2",
  "gao member b1",
  "bai secretary b1",
  "ping secretary p1",
  "guan organiser g1",
]);

/** Set by set, blank-separated, so that a case reads as a line. */
function unitSets({ unitLedgers }: LedgerScope): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unitLedgers).map(([name, units]) => [name, [...units].sort().join(" ")]));
}

function memberSets({ memberLedgers }: LedgerScope): Readonly<Record<string, string>> {
  const { own, ...sets } = memberLedgers;
  const joined = Object.entries(sets).map(([name, units]) => [name, [...units].sort().join(" ")]);
  return { own: own ?? "", ...(Object.fromEntries(joined) as Record<string, string>) };
}

describe("the scope of an actor", () => {
  it("L14 of a unit's account: fills its own, leads and peers nobody", () => {
    const scope = scopeOf(unitAccount("g1"), tree);
    assert.deepEqual(unitSets(scope), { own: "g1", peer: "", lead: "", above: "b1 b2", read: "b1 b2 g1" });
    assert.deepEqual(memberSets(scope), {
      own: "",
      peer: "",
      lead: "",
      above: "b1 b2",
      read: "b1 b2",
      supervised: "b1 b2",
    });
    assert.equal(scope.person, null);
  });

  it("L14.8 of a secretary who is secretary below, too: that ledger is not among those he leads", () => {
    const scope = scopeOf(acting("gao secretary g1", tree), tree);
    assert.deepEqual(unitSets(scope), { own: "g1", peer: "g2", lead: "b1", above: "b1 b2", read: "b1 b2 g1 g2" });
    assert.deepEqual([...(scope.person?.ownUnitLedgers ?? [])].sort(), ["b2", "g1"]);
  });

  it("L14.4 of a branch secretary: leads the branch's members and no party group", () => {
    const scope = scopeOf(acting("bai secretary b1", tree), tree);
    assert.deepEqual(unitSets(scope), { own: "b1", peer: "b2", lead: "", above: "", read: "b1 b2 g1" });
    assert.equal(memberSets(scope)["lead"], "b1");
  });

  it("L14.5 of a member: his branch's members are his peers, he stands above nobody", () => {
    const scope = scopeOf(acting("gao member b1", tree), tree);
    assert.deepEqual(unitSets(scope), { own: "", peer: "", lead: "", above: "", read: "b1 g1" });
    assert.deepEqual(memberSets(scope), { own: "gao", peer: "b1", lead: "", above: "", read: "b1", supervised: "" });
  });

  it("L14.7 of a party group's head: reads upward, rates nobody, owns no ledger", () => {
    const scope = scopeOf(acting("ping secretary p1", tree), tree);
    assert.deepEqual(unitSets(scope), { own: "", peer: "", lead: "", above: "", read: "b1 g1" });
    assert.deepEqual([...(scope.person?.ownUnitLedgers ?? [])], []);
  });

  it("A0 of another post of one unit: reads as its account, fills nothing", () => {
    const scope = scopeOf(acting("guan organiser g1", tree), tree);
    assert.deepEqual(unitSets(scope), { own: "", peer: "", lead: "", above: "b1 b2", read: "b1 b2 g1" });
  });

  it("A0 plain members of a branch at the root are no organisation department", () => {
    const small = anOrganisation("b1", ["bai secretary b1", "mao member b1"]);
    assert.equal(scopeOf(acting("bai secretary b1", small), small).organisationDepartment, true);
    assert.equal(scopeOf(acting("mao member b1", small), small).organisationDepartment, false);
    assert.equal(scopeOf(acting("mao member b1", small), small).unitLedgers.read.size, 0);
  });

  it("L14.8 counts the acting post among a person's posts even when the list was loaded without it", () => {
    const scope = scopeOf(acting("bai secretary b1", tree, { allPosts: [] }), tree);
    assert.deepEqual([...(scope.person?.ownUnitLedgers ?? [])], ["b1"]);
  });
});
