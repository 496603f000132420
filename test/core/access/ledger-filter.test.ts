import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { decide } from "#core/access/decide-ledger.ts";
import { matchesFilter, readableLedgers } from "#core/access/ledger-filter.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { anOrganisation } from "#test/builders/organisation.ts";
import { acting, dutyAccount, ledgerOf, unitAccount } from "#test/builders/organisation-actors.ts";

const tree = anOrganisation("c(g1(b1(p1),b2),g2(b3))", ["bai secretary b1", "mao member b1", "gao secretary g1"]);

// That the filter and the decision agree on every ledger is compared in oracle.test.ts.
describe("the readable set as data", () => {
  it("L14.6 lists units and branches a branch secretary reads, his peers' included", () => {
    assert.deepEqual(readableLedgers(scopeOf(acting("bai secretary b1", tree), tree)), {
      unitLedgersOf: ["b1", "g1", "b2"],
      memberLedgersIn: ["b1"],
      memberLedgerOf: null,
      ledgerIds: [],
      templateIds: [],
    });
  });

  it("L14.6 holds a member's own ledger, his branch and the units above", () => {
    assert.deepEqual(readableLedgers(scopeOf(acting("mao member b1", tree), tree)), {
      unitLedgersOf: ["b1", "g1"],
      memberLedgersIn: ["b1"],
      memberLedgerOf: "mao",
      ledgerIds: [],
      templateIds: [],
    });
  });

  it("L14.6 leaves out the root and party groups, which own no ledger", () => {
    const filter = readableLedgers(scopeOf(unitAccount("c"), tree));
    assert.deepEqual(filter.unitLedgersOf, ["g1", "g2", "b1", "b2", "b3"]);
    assert.deepEqual(filter.memberLedgersIn, ["b1", "b2", "b3"]);
  });

  it("L12 L14.8 names single ledgers and templates once each", () => {
    const ledgerId = toId<LedgerId>("x");
    const actor = acting("mao member b1", tree, {
      substituteFor: [
        { ledgerId, raterClass: "peer" },
        { ledgerId, raterClass: "leader" },
      ],
      namedLists: [
        { templateId: "t", raterClass: "teachers" },
        { templateId: "t", raterClass: "students" },
      ],
    });
    const scope = scopeOf(actor, tree);
    const filter = readableLedgers(scope);
    assert.deepEqual([filter.ledgerIds, filter.templateIds], [["x"], ["t"]]);
    const subjects = ["b3", "b1", "mao@b2", "other@b2"].flatMap((name) => [
      ledgerOf(name),
      ledgerOf(name, { ledgerId }),
      ledgerOf(name, { templateId: "t" }),
    ]);
    for (const subject of subjects) {
      assert.equal(matchesFilter(filter, subject), decide(scope, actor, { subject, action: "read" }) === "allowed");
    }
  });

  it("L14.8 holds a ledger for which the actor is a substitute in either class", () => {
    for (const raterClass of ["peer", "leader"] as const) {
      const substituteFor = [{ ledgerId: toId<LedgerId>("x"), raterClass }];
      const filter = readableLedgers(scopeOf(acting("mao member b1", tree, { substituteFor }), tree));
      assert.deepEqual(filter.ledgerIds, ["x"]);
    }
  });

  it("A11 is empty for duty accounts", () => {
    const filter = readableLedgers(scopeOf(dutyAccount("audit"), tree));
    assert.equal(matchesFilter(filter, ledgerOf("b1")), false);
    assert.equal(matchesFilter(filter, ledgerOf("mao@b1")), false);
  });
});
