import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { AccountSubject } from "#core/access/decide-administration.ts";
import { decideApproval, type AccountApplication, type ApprovalDecision } from "#core/access/decide-approval.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import { anOrganisation, personId, unitId } from "#test/builders/organisation.ts";
import { acting, dutyAccount, unitAccount } from "#test/builders/organisation-actors.ts";

const tree = anOrganisation("c(g1(b1),g2)", [
  "chief secretary c",
  "clerk officer c",
  "clerk organisation-member b1",
  "teller information-officer c",
  "gao secretary g1",
  "gao officer c",
  "geng secretary g2",
  "mao member b1",
]);

const accountOfB1: AccountSubject = { kind: "unit", accountId: null, unitId: unitId("b1"), personId: null };
const secretaryOfB1 = (name: string): AccountSubject => ({
  kind: "person",
  accountId: null,
  personId: personId(name),
  posts: [{ unitId: unitId("b1"), kind: "secretary" }],
});

function requested(by: string, subject: AccountSubject): AccountApplication {
  const [person = "", , unit = person] = by.split(" ");
  const who = by.includes(" ") ? personId(person) : null;
  return {
    requestedBy: { accountId: toId<AccountId>(`account of ${person}`), personId: who, unitId: unitId(unit) },
    subject,
  };
}

describe("who approves an application", () => {
  const cases: readonly (readonly [string, AccountApplication, ApprovalDecision])[] = [
    ["chief secretary c", requested("g1", accountOfB1), "allowed"],
    ["chief secretary c", requested("gao secretary g1", secretaryOfB1("mao")), "allowed"],
    ["clerk officer c", requested("g1", secretaryOfB1("mao")), "allowed"],
    ["teller information-officer c", requested("g1", accountOfB1), "invisible"],
    ["c", requested("g1", accountOfB1), "forbidden"],
    ["g1", requested("g1", accountOfB1), "invisible"],
    ["gao secretary g1", requested("g1", accountOfB1), "invisible"],
    ["geng secretary g2", requested("g1", accountOfB1), "invisible"],
    ["chief secretary c", requested("c", accountOfB1), "invisible"],
    ["gao officer c", requested("gao secretary g1", accountOfB1), "own-request"],
    ["chief secretary c", requested("g1", secretaryOfB1("chief")), "beneficiary"],
    ["clerk officer c", requested("g1", accountOfB1), "beneficiary"],
  ];
  for (const [who, application, decision] of cases) {
    const { requestedBy, subject } = application;
    const what = `${subject.kind} account${subject.personId === null ? "" : ` of ${subject.personId}`}`;
    it(`A4 ${who}: ${what} asked for by ${requestedBy.personId ?? requestedBy.unitId} is ${decision}`, () => {
      const actor = who.includes(" ") ? acting(who, tree) : unitAccount(who);
      assert.equal(decideApproval(actor, tree, application), decision);
    });
  }

  it("A11 above the committee the security administration approves, and only there", () => {
    const actor = dutyAccount("security-administration");
    assert.equal(decideApproval(actor, tree, requested("clerk officer c", accountOfB1)), "allowed");
    assert.equal(decideApproval(actor, tree, requested("g1", accountOfB1)), "invisible");
    assert.equal(decideApproval(dutyAccount("audit"), tree, requested("c", accountOfB1)), "invisible");
  });

  it("A9 a read-only account approves nothing", () => {
    const actor = acting("chief secretary c", tree, { permission: "read-only" });
    assert.equal(decideApproval(actor, tree, requested("g1", accountOfB1)), "read-only");
  });
});
