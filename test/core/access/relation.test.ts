import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { relationOf, type LedgerRelation } from "#core/access/relation.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { anOrganisation } from "#test/builders/organisation.ts";
import { acting, ledgerOf, unitAccount } from "#test/builders/organisation-actors.ts";

const tree = anOrganisation("c(g1(b1,b2))", [
  "chief secretary c",
  "gao secretary g1",
  "bai secretary b1",
  "bai member b1",
  "bei secretary b2",
  "mao member b1",
]);

const NOTHING: LedgerRelation = {
  owner: false,
  peer: false,
  leader: false,
  above: false,
  below: false,
  substitutePeer: false,
  substituteLeader: false,
  listedAs: [],
  ownedByPerson: false,
  supervisor: false,
  reads: false,
};

describe("how an actor stands to a ledger", () => {
  const cases: readonly (readonly [string, string, Partial<LedgerRelation>])[] = [
    ["b1", "b1", { owner: true, reads: true }],
    ["bai secretary b1", "b1", { owner: true, ownedByPerson: true, reads: true }],
    ["bai member b1", "b1", { below: true, ownedByPerson: true, reads: true }],
    ["bai secretary b1", "bai@b1", { above: true, supervisor: true, ownedByPerson: true, reads: true }],
    ["bai secretary b1", "mao@b1", { leader: true, above: true, supervisor: true, reads: true }],
    ["bei secretary b2", "b1", { peer: true, reads: true }],
    ["gao secretary g1", "b1", { leader: true, above: true, supervisor: true, reads: true }],
    ["chief secretary c", "b1", { above: true, supervisor: true, reads: true }],
    ["mao member b1", "g1", { below: true, reads: true }],
    ["mao member b1", "b2", {}],
  ];
  for (const [who, ledger, holds] of cases) {
    const named = Object.keys(holds).join(", ") || "nothing";
    it(`L14 ${who} to the ledger of ${ledger}: ${named}`, () => {
      const actor = who.includes(" ") ? acting(who, tree) : unitAccount(who);
      assert.deepEqual(relationOf(scopeOf(actor, tree), ledgerOf(ledger)), { ...NOTHING, ...holds });
    });
  }

  it("L12 names the classes in which the actor is listed", () => {
    const namedLists = ["teachers", "students"].map((raterClass) => ({ templateId: "t", raterClass }));
    const actor = acting("mao member b1", tree, { namedLists });
    const relation = relationOf(scopeOf(actor, tree), ledgerOf("b2", { templateId: "t" }));
    assert.deepEqual(relation, { ...NOTHING, listedAs: ["teachers", "students"], reads: true });
  });
});
