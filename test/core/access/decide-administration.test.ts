import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Actor } from "#core/access/actor.ts";
import {
  decideAccount,
  decideUnit,
  type AccountAction,
  type AccountSubject,
  type AdministrationDecision,
  type UnitAction,
} from "#core/access/decide-administration.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import { anOrganisation, aPost, unitId } from "#test/builders/organisation.ts";
import { acting, dutyAccount, unitAccount } from "#test/builders/organisation-actors.ts";

const tree = anOrganisation("c(g1(b1(p1),b2,g3(b6)),g2(b3),b4)", [
  "clerk officer c",
  "clerk member b1",
  "teller information-officer c",
  "gao secretary g1",
  "gao member b1",
  "bai secretary b1",
  "bai member b1",
  "zhu secretary b3",
  "zhu member b1",
  "mao member b1",
  "deng member b6",
]);

/** "account of b1" is that unit's, "mao" the person's with all his posts, "new secretary b1" one to be made. */
function accountNamed(text: string): AccountSubject {
  if (text.startsWith("account of ")) {
    const unit = text.replace("account of ", "");
    return { kind: "unit", accountId: toId<AccountId>(text), unitId: unitId(unit), personId: null };
  }
  if (text.includes(" ")) {
    const post = aPost(text);
    return { kind: "person", accountId: null, personId: post.personId, posts: [post] };
  }
  const posts = [...tree.postsOfPerson.values()].flat().filter((post) => post.personId === text);
  return { kind: "person", accountId: toId<AccountId>(`account of ${text}`), personId: posts[0]!.personId, posts };
}

function actorNamed(text: string): Actor {
  return text.includes(" ") ? acting(text, tree) : unitAccount(text);
}

type Case = readonly [who: string, action: AccountAction, account: string, decision: AdministrationDecision];

function proves(rule: string, cases: readonly Case[]): void {
  for (const [who, action, account, decision] of cases) {
    it(`${rule} ${who}: ${action} ${account} is ${decision}`, () => {
      const asked = { subject: accountNamed(account), action };
      assert.equal(decideAccount(actorNamed(who), tree, asked), decision);
    });
  }
}

describe("who administers accounts", () => {
  proves("A4", [
    // The organisation department: its direct children and one level further.
    ["c", "make", "account of g1", "needs-approval"],
    ["clerk officer c", "make", "account of b4", "needs-approval"],
    ["c", "make", "account of b1", "needs-approval"],
    ["c", "make", "new member b4", "allowed"],
    ["c", "make", "account of p1", "forbidden"],
    ["c", "make", "new member b1", "forbidden"],
    ["c", "hand-over", "account of c", "oneself"],
    ["clerk officer c", "reset", "account of c", "forbidden"],
    ["clerk officer c", "make", "new officer c", "forbidden"],
    ["teller information-officer c", "make", "account of g1", "invisible"],
    // A general branch: its branches and all their members.
    ["g1", "make", "account of b1", "needs-approval"],
    ["g1", "make", "new secretary b1", "needs-approval"],
    ["g1", "make", "new deputy-secretary b1", "needs-approval"],
    ["g1", "make", "new information-officer b1", "allowed"],
    ["g1", "make", "new member b1", "allowed"],
    ["gao secretary g1", "make", "new member b2", "allowed"],
    ["g1", "make", "account of g3", "needs-approval"],
    ["g1", "make", "new member b6", "forbidden"],
    ["g1", "make", "account of g1", "oneself"],
    ["g1", "make", "account of c", "invisible"],
    ["g1", "make", "account of b3", "invisible"],
    ["g1", "make", "new member b3", "invisible"],
    // A branch makes none, members make none.
    ["b1", "make", "new member b1", "forbidden"],
    ["bai secretary b1", "make", "new member b1", "forbidden"],
    ["mao member b1", "make", "new member b1", "invisible"],
    // The maker resets; what changes who holds what takes two people.
    ["g1", "reset", "mao", "allowed"],
    ["g1", "reset", "bai", "allowed"],
    ["g1", "reset", "account of b1", "allowed"],
    ["g1", "hand-over", "account of b1", "needs-approval"],
    ["g1", "change-permission", "bai", "needs-approval"],
    ["g1", "change-permission", "mao", "allowed"],
    ["c", "reset", "mao", "forbidden"],
    ["c", "unlock", "mao", "forbidden"],
    ["g2", "reset", "mao", "invisible"],
  ]);

  proves("A11", [
    // Everything below may be stopped, at any distance; nothing upward or beside.
    ["c", "disable", "mao", "allowed"],
    ["g1", "disable", "deng", "allowed"],
    ["g1", "disable", "account of g2", "invisible"],
    ["b1", "disable", "account of g1", "invisible"],
    // A password opens every post of a person: one post beside or above the actor closes the account to him.
    ["g1", "reset", "clerk", "forbidden"],
    ["g1", "disable", "clerk", "forbidden"],
    ["g1", "reset", "gao", "forbidden"],
    ["g1", "reset", "zhu", "forbidden"],
    ["c", "reset", "zhu", "allowed"],
    ["c", "reset", "gao", "allowed"],
    ["gao secretary g1", "reset", "gao", "oneself"],
    ["clerk officer c", "make", "clerk secretary g1", "oneself"],
  ]);

  it("A9 a read-only account administers nothing", () => {
    const actor = unitAccount("g1", { permission: "read-only" });
    const asked = { subject: accountNamed("mao"), action: "reset" as const };
    assert.equal(decideAccount(actor, tree, asked), "read-only");
    assert.equal(decideUnit(actor, tree, { unitId: unitId("b1"), action: "change" }), "read-only");
  });

  it("A11 duty accounts make no accounts and no units", () => {
    const actor = dutyAccount("security-administration");
    assert.equal(decideAccount(actor, tree, { subject: accountNamed("mao"), action: "reset" }), "invisible");
    assert.equal(decideUnit(actor, tree, { unitId: unitId("c"), action: "make" }), "invisible");
  });
});

describe("who administers units", () => {
  const cases: readonly (readonly [string, UnitAction, string, AdministrationDecision])[] = [
    ["c", "make", "c", "allowed"],
    ["c", "make", "g1", "allowed"],
    ["c", "make", "b1", "forbidden"],
    ["g1", "make", "g1", "allowed"],
    ["gao secretary g1", "make", "b1", "allowed"],
    ["g1", "make", "c", "invisible"],
    ["g1", "make", "g2", "invisible"],
    ["b1", "make", "b1", "allowed"],
    ["mao member b1", "make", "b1", "invisible"],
    ["c", "change", "p1", "allowed"],
    ["g1", "change", "b1", "allowed"],
    ["g1", "change", "g1", "forbidden"],
    ["g1", "change", "b3", "invisible"],
    ["g1", "change", "gone", "invisible"],
  ];
  for (const [who, action, unit, decision] of cases) {
    const what = action === "make" ? `make a unit under ${unit}` : `change ${unit}`;
    it(`A11 ${who}: ${what} is ${decision}`, () =>
      assert.equal(decideUnit(actorNamed(who), tree, { unitId: unitId(unit), action }), decision));
  }
});
