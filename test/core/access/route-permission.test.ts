import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Actor } from "#core/access/actor.ts";
import { decideRoute, type RouteDecision, type RoutePermission } from "#core/access/route-permission.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { anOrganisation } from "#test/builders/organisation.ts";
import { acting, dutyAccount, unitAccount } from "#test/builders/organisation-actors.ts";

const tree = anOrganisation("c(g1(b1))", ["clerk officer c", "mao member b1"]);
const visitors: Readonly<Record<string, Actor>> = {
  department: acting("clerk officer c", tree),
  branch: unitAccount("b1"),
  member: acting("mao member b1", tree),
  auditor: dutyAccount("audit"),
};

function knock(permission: RoutePermission, who: string, passwordChangeDue = false): RouteDecision {
  const actor = visitors[who]!;
  return decideRoute(permission, { actor, scope: scopeOf(actor, tree), passwordChangeDue });
}

describe("the door of a route", () => {
  const cases: readonly (readonly [RoutePermission, readonly string[]])[] = [
    ["public", ["department", "branch", "member", "auditor"]],
    ["first-password", ["department", "branch", "member", "auditor"]],
    ["signed-in", ["department", "branch", "member", "auditor"]],
    ["reader", ["department", "branch", "member"]],
    ["organisation-department", ["department"]],
    ["administers", ["department", "branch"]],
    ["audit", ["auditor"]],
    ["system-administration", []],
    ["security-administration", []],
  ];
  for (const [permission, admitted] of cases) {
    it(`A9 A11 ${permission} admits ${admitted.join(", ") || "none of these"}`, () => {
      const allowed = Object.keys(visitors).filter((who) => knock(permission, who) === "allowed");
      assert.deepEqual(allowed, admitted);
    });
  }

  it("A9 without signing in only public routes open", () => {
    assert.deepEqual(
      cases.map(([permission]) => decideRoute(permission, null) === "allowed"),
      cases.map(([permission]) => permission === "public"),
    );
  });

  it("A2 until the first password is changed every other route says so", () => {
    for (const [permission] of cases) {
      const open = permission === "public" || permission === "first-password";
      assert.equal(knock(permission, "department", true), open ? "allowed" : "password-change-required");
    }
  });
});
