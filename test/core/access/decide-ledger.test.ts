import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Actor } from "#core/access/actor.ts";
import { decide } from "#core/access/decide-ledger.ts";
import type { Decision, LedgerAction } from "#core/access/decide.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { anOrganisation, personId, unitId } from "#test/builders/organisation.ts";
import { acting, dutyAccount, ledgerOf, unitAccount } from "#test/builders/organisation-actors.ts";

/** Two general branches, a branch directly under the committee, one party group. */
const university = anOrganisation("c(g1(b1(p1),b2,b3),g2(b4),b5,b6)", [
  "chief secretary c",
  "clerk officer c",
  "teller information-officer c",
  "gao secretary g1",
  "gu deputy-secretary g1",
  "guan organiser g1",
  "geng secretary g2",
  "bai secretary b1",
  "bai member b1",
  "bo deputy-secretary b1",
  "bo member b1",
  "bin organisation-member b1",
  "bin member b1",
  "bei secretary b2",
  "bei member b2",
  "bian secretary b3",
  "bian secretary b2",
  "bu secretary b4",
  "wu secretary b5",
  "wei secretary b6",
  "mao member b1",
  "meng member b1",
  "min member b2",
  "ping secretary p1",
  "both secretary g2",
  "both secretary b4",
  "chief member b6",
]);

/** "b1" is that unit's account, "bai secretary b1" a person acting for a post. */
function actorNamed(text: string): Actor {
  return text.includes(" ") ? acting(text, university) : unitAccount(text);
}

type Case = readonly [who: string, ledger: string, action: LedgerAction, decision: Decision];

function proves(rule: string, cases: readonly Case[]): void {
  describe(rule, () => {
    for (const [who, ledger, action, decision] of cases) {
      it(`${rule} ${who}: ${action} of the ledger of ${ledger} is ${decision}`, () => {
        const actor = actorNamed(who);
        const asked = { subject: ledgerOf(ledger), action };
        assert.equal(decide(scopeOf(actor, university), actor, asked), decision);
      });
    }
  });
}

describe("what may be done with a ledger", () => {
  proves("L14.1", [
    ["b1", "b1", "attach-evidence", "allowed"],
    ["b1", "b1", "score-self", "allowed"],
    ["bai secretary b1", "b1", "attach-evidence", "allowed"],
    ["bai secretary b1", "b1", "score-self", "allowed"],
    ["bai secretary b1", "b1", "rate-as-peer", "forbidden"],
    ["bai secretary b1", "b1", "challenge", "forbidden"],
    ["mao member b1", "mao@b1", "score-self", "allowed"],
    ["mao member b1", "mao@b1", "rate-as-peer", "forbidden"],
    ["bei secretary b2", "b1", "attach-evidence", "forbidden"],
    ["bei secretary b2", "b1", "score-self", "forbidden"],
    ["gao secretary g1", "b1", "attach-evidence", "forbidden"],
    ["gao secretary g1", "b1", "score-self", "forbidden"],
    ["meng member b1", "mao@b1", "score-self", "forbidden"],
    ["b1", "b1", "answer-challenge", "allowed"],
    ["bei secretary b2", "b1", "answer-challenge", "forbidden"],
    ["b1", "b1", "reword", "allowed"],
    ["b1", "b1", "delete", "allowed"],
    ["gao secretary g1", "b1", "delete", "forbidden"],
  ]);

  proves("L14.2", [
    ["bei secretary b2", "b1", "rate-as-peer", "allowed"],
    ["bei secretary b2", "b1", "challenge", "allowed"],
    ["bei secretary b2", "b1", "withdraw-challenge", "allowed"],
    ["bei secretary b2", "b1", "escalate", "allowed"],
    ["geng secretary g2", "g1", "rate-as-peer", "allowed"],
    ["wei secretary b6", "b5", "rate-as-peer", "allowed"],
    ["wu secretary b5", "g1", "rate-as-peer", "invisible"],
    ["gao secretary g1", "b5", "rate-as-peer", "invisible"],
    ["b2", "b1", "read", "invisible"],
    ["meng member b1", "mao@b1", "rate-as-peer", "allowed"],
    ["meng member b1", "mao@b1", "challenge", "allowed"],
    ["bei secretary b2", "b1", "rate-as-leader", "forbidden"],
    ["bei secretary b2", "b1", "rule", "forbidden"],
  ]);

  proves("L14.3", [
    ["bu secretary b4", "b1", "rate-as-peer", "invisible"],
    ["wu secretary b5", "b1", "rate-as-peer", "invisible"],
    ["min member b2", "mao@b1", "rate-as-peer", "invisible"],
    ["min member b2", "mao@b1", "read", "invisible"],
  ]);

  proves("L14.4", [
    ["gao secretary g1", "b1", "rate-as-leader", "allowed"],
    ["gao secretary g1", "b1", "rule", "allowed"],
    ["gao secretary g1", "b1", "reopen", "allowed"],
    ["chief secretary c", "g1", "rate-as-leader", "allowed"],
    ["chief secretary c", "b5", "rule", "allowed"],
    ["chief secretary c", "b1", "rate-as-leader", "forbidden"],
    ["chief secretary c", "b1", "rule", "forbidden"],
    ["bai secretary b1", "mao@b1", "rule", "allowed"],
    ["gao secretary g1", "mao@b1", "rule", "forbidden"],
    ["bai secretary b1", "g1", "rate-as-leader", "forbidden"],
    ["geng secretary g2", "b1", "rate-as-leader", "invisible"],
    ["g1", "b1", "rule", "forbidden"],
    ["g1", "b1", "rate-as-leader", "forbidden"],
    ["guan organiser g1", "b1", "rule", "forbidden"],
    ["bin organisation-member b1", "mao@b1", "rate-as-leader", "forbidden"],
    ["clerk officer c", "g1", "rule", "forbidden"],
  ]);

  proves("L14.5", [
    ["mao member b1", "mao@b1", "attach-evidence", "allowed"],
    ["mao member b1", "meng@b1", "rate-as-peer", "allowed"],
    ["mao member b1", "meng@b1", "rate-as-leader", "forbidden"],
    ["mao member b1", "b1", "rate-as-peer", "forbidden"],
    ["mao member b1", "b1", "score-self", "forbidden"],
    ["mao member b1", "b2", "read", "invisible"],
  ]);

  proves("L14.6", [
    ["b1", "b1", "read", "allowed"],
    ["bei secretary b2", "b1", "read", "allowed"],
    ["g1", "b1", "read", "allowed"],
    ["guan organiser g1", "b1", "read", "allowed"],
    ["c", "b1", "read", "allowed"],
    ["teller information-officer c", "b1", "read", "allowed"],
    ["clerk officer c", "mao@b1", "read", "allowed"],
    ["g1", "mao@b1", "read", "allowed"],
    ["b1", "mao@b1", "read", "allowed"],
    ["bin organisation-member b1", "mao@b1", "read", "allowed"],
    ["bo deputy-secretary b1", "b1", "read", "allowed"],
    ["bo deputy-secretary b1", "b1", "score-self", "forbidden"],
    ["mao member b1", "b1", "read", "allowed"],
    ["mao member b1", "g1", "read", "allowed"],
    ["mao member b1", "g1", "challenge", "forbidden"],
    ["ping secretary p1", "b1", "read", "allowed"],
    ["ping secretary p1", "g1", "read", "allowed"],
    ["ping secretary p1", "mao@b1", "read", "invisible"],
    ["b1", "g1", "read", "allowed"],
    ["b1", "g1", "reword", "forbidden"],
    ["b1", "g2", "read", "invisible"],
    ["g2", "b1", "read", "invisible"],
    ["g2", "mao@b1", "read", "invisible"],
    ["b2", "mao@b1", "read", "invisible"],
    ["bo deputy-secretary b1", "b2", "read", "invisible"],
    ["c", "c", "read", "invisible"],
    ["b1", "p1", "read", "invisible"],
    ["gao secretary g1", "gone", "read", "invisible"],
  ]);

  proves("L14.7", [
    ["gu deputy-secretary g1", "b1", "rate-as-leader", "allowed"],
    ["gu deputy-secretary g1", "b1", "rule", "allowed"],
    ["gu deputy-secretary g1", "g1", "score-self", "forbidden"],
    ["gu deputy-secretary g1", "g2", "rate-as-peer", "invisible"],
    ["bo deputy-secretary b1", "mao@b1", "rate-as-leader", "allowed"],
    ["bo deputy-secretary b1", "b2", "rate-as-peer", "invisible"],
  ]);

  proves("L14.8", [
    ["bai secretary b1", "bai@b1", "rate-as-leader", "forbidden"],
    ["bai secretary b1", "bai@b1", "rule", "forbidden"],
    ["bai member b1", "bai@b1", "score-self", "allowed"],
    ["bo deputy-secretary b1", "bai@b1", "rate-as-leader", "allowed"],
    ["bo deputy-secretary b1", "bo@b1", "rate-as-leader", "forbidden"],
    ["both secretary g2", "b4", "rate-as-leader", "forbidden"],
    ["both secretary g2", "b4", "rule", "forbidden"],
    ["both secretary g2", "b4", "see-raters", "forbidden"],
    ["both secretary g2", "b4", "name-substitute", "forbidden"],
    ["chief secretary c", "chief@b6", "see-raters", "forbidden"],
    ["chief secretary c", "chief@b6", "read", "allowed"],
    ["geng secretary g2", "b4", "rule", "allowed"],
    ["bian secretary b3", "b2", "rate-as-peer", "invisible"],
    ["bian secretary b3", "b1", "rate-as-peer", "allowed"],
    ["bian secretary b2", "b2", "score-self", "allowed"],
  ]);

  proves("L11", [
    ["gao secretary g1", "b1", "see-raters", "allowed"],
    ["gu deputy-secretary g1", "b1", "see-raters", "allowed"],
    ["c", "b1", "see-raters", "allowed"],
    ["clerk officer c", "mao@b1", "see-raters", "allowed"],
    ["bai secretary b1", "mao@b1", "see-raters", "allowed"],
    ["bai secretary b1", "b1", "see-raters", "forbidden"],
    ["bei secretary b2", "b1", "see-raters", "forbidden"],
    ["gao secretary g1", "mao@b1", "see-raters", "forbidden"],
    ["mao member b1", "mao@b1", "see-raters", "forbidden"],
  ]);

  proves("L15", [
    ["g1", "b1", "set-window", "allowed"],
    ["guan organiser g1", "b1", "set-window", "allowed"],
    ["chief secretary c", "b1", "set-window", "allowed"],
    ["clerk officer c", "g1", "set-window", "allowed"],
    ["teller information-officer c", "g1", "set-window", "forbidden"],
    ["b1", "b1", "set-window", "forbidden"],
    ["bai secretary b1", "b1", "set-window", "forbidden"],
    ["b1", "mao@b1", "set-window", "allowed"],
    ["bo deputy-secretary b1", "mao@b1", "set-window", "allowed"],
    ["bin organisation-member b1", "mao@b1", "set-window", "forbidden"],
    ["g1", "mao@b1", "set-window", "allowed"],
    ["meng member b1", "mao@b1", "set-window", "forbidden"],
    ["g1", "b1", "name-substitute", "allowed"],
    ["g2", "b1", "name-substitute", "invisible"],
  ]);
});

describe("rights beside the tree", () => {
  const ledger = ledgerOf("b1", { templateId: "appraisal" });
  const decided = (actor: Actor, action: LedgerAction, subject = ledger) =>
    decide(scopeOf(actor, university), actor, { subject, action });

  it("L14.8 a substitute reads that ledger and rates it in his class, nothing else", () => {
    const substituteFor = [{ ledgerId: ledger.ledgerId, raterClass: "leader" as const }];
    const actor = acting("bu secretary b4", university, { substituteFor });
    assert.deepEqual(
      (["read", "rate-as-leader", "rate-as-peer", "rule", "see-raters"] as const).map((action) =>
        decided(actor, action),
      ),
      ["allowed", "allowed", "forbidden", "forbidden", "forbidden"],
    );
    assert.equal(decided(actor, "read", ledgerOf("b2")), "invisible");
  });

  it("L14.8 nobody is a substitute for a ledger that he owns", () => {
    const substituteFor = [{ ledgerId: ledger.ledgerId, raterClass: "peer" as const }];
    assert.equal(decided(acting("bai member b1", university, { substituteFor }), "rate-as-peer"), "forbidden");
  });

  it("L12 who stands on a named list rates the ledgers of that template", () => {
    const namedLists = [{ templateId: "appraisal", raterClass: "teachers" }];
    const actor = acting("bu secretary b4", university, { namedLists });
    assert.equal(decided(actor, "rate-as-listed"), "allowed");
    assert.equal(decided(actor, "rate-as-peer"), "forbidden");
    assert.equal(decided(actor, "rate-as-listed", ledgerOf("b1", { templateId: "appraisal-2" })), "invisible");
    assert.equal(decided(acting("bai secretary b1", university, { namedLists }), "rate-as-listed"), "forbidden");
  });

  it("A9 a read-only account reads and is refused whatever it could write otherwise", () => {
    const gao = acting("gao secretary g1", university, { permission: "read-only" });
    assert.equal(decided(gao, "read"), "allowed");
    assert.equal(decided(gao, "see-raters"), "allowed");
    assert.equal(decided(gao, "rule"), "read-only");
    assert.equal(decided(gao, "set-window"), "read-only");
    assert.equal(decided(gao, "score-self"), "forbidden");
    assert.equal(decided(gao, "rule", ledgerOf("b4")), "invisible");
  });

  it("A11 A16 duty accounts see no ledger at all", () => {
    for (const duty of ["system-administration", "security-administration", "audit"] as const) {
      const scope = scopeOf(dutyAccount(duty), university);
      for (const name of ["g1", "b1", "mao@b1"]) {
        assert.equal(decide(scope, dutyAccount(duty), { subject: ledgerOf(name), action: "read" }), "invisible");
      }
      assert.equal(scope.administers.size, 0);
      assert.equal(scope.organisationDepartment, false);
    }
  });

  it("denies everything to an actor whose unit is gone", () => {
    const scope = scopeOf(unitAccount("gone"), university);
    assert.equal(scope.unitLedgers.read.size + scope.memberLedgers.read.size + scope.administers.size, 0);
  });

  it("A11 administers what is strictly below, not his own unit nor one beside it", () => {
    const below = (actor: Actor) => [...scopeOf(actor, university).administers];
    assert.deepEqual(below(unitAccount("g1")), ["b1", "b2", "b3", "p1"].map(unitId));
    assert.deepEqual(below(acting("guan organiser g1", university)), ["b1", "b2", "b3", "p1"].map(unitId));
    assert.deepEqual(below(acting("teller information-officer c", university)), []);
    assert.deepEqual(below(acting("mao member b1", university)), []);
  });

  it("L4 a member who changed his branch keeps his ledger, whichever branch it is filed in", () => {
    const mao = acting("mao member b1", university);
    const filedInB2 = ledgerOf("mao@b2", { ledgerId: toId<LedgerId>("old") });
    assert.equal(decided(mao, "score-self", filedInB2), "allowed");
    assert.equal(scopeOf(mao, university).memberLedgers.own, personId("mao"));
  });
});
