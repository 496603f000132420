import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { decideRecord } from "#core/access/decide-record.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { ancestorsOf, subtreeOf } from "#core/organisation/tree.ts";
import { anOrganisation, personId, unitId } from "#test/builders/organisation.ts";
import { acting, dutyAccount, unitAccount } from "#test/builders/organisation-actors.ts";

const UNITS = ["c", "g1", "b1", "b2", "p1", "g2", "b3"];
const OFFICES = ["secretary", "deputy-secretary", "organisation-member", "organiser", "information-officer", "officer"];

const organisation = anOrganisation("c(g1(b1(p1),b2),g2(b3))", ["zhang member b1"]);

const anyUnit = fc.constantFrom(...UNITS);
const decide = (actor: Parameters<typeof scopeOf>[0], unit: string, action: "read" | "work") =>
  decideRecord(scopeOf(actor, organisation).records, { subject: { personId: null, unitIds: [unitId(unit)] }, action });
const isBelow = (upper: string, lower: string): boolean =>
  subtreeOf(organisation, unitId(upper)).includes(unitId(lower));

describe("who works on a record", () => {
  it("A11 a unit's account and every office post: their unit and everything below, nothing upward or beside", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, fc.constantFrom("account", ...OFFICES), (own, asked, as) => {
        const actor = as === "account" ? unitAccount(own) : acting(`zhang ${as} ${own}`, organisation);
        const expected = isBelow(own, asked) ? "allowed" : "invisible";
        assert.equal(decide(actor, asked, "work"), expected);
        assert.equal(decide(actor, asked, "read"), expected);
      }),
    );
  });

  it("A11 never a unit above", () => {
    fc.assert(
      fc.property(anyUnit, (own) => {
        for (const above of ancestorsOf(organisation, unitId(own)))
          assert.equal(decide(unitAccount(own), above, "read"), "invisible");
      }),
    );
  });

  it("A9 a read-only account reads the same and changes nothing", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (own, asked) => {
        const actor = unitAccount(own, { permission: "read-only" });
        assert.equal(decide(actor, asked, "read"), decide(unitAccount(own), asked, "read"));
        assert.equal(decide(actor, asked, "work"), isBelow(own, asked) ? "read-only" : "invisible");
      }),
    );
  });

  it("A11 a plain member reads his own record and no other; the three duties none", () => {
    const member = scopeOf(acting("zhang member b1", organisation), organisation).records;
    const subject = (person: string) => ({ personId: personId(person), unitIds: [unitId("b1")] });
    assert.equal(decideRecord(member, { subject: subject("zhang"), action: "read" }), "allowed");
    assert.equal(decideRecord(member, { subject: subject("zhang"), action: "work" }), "forbidden");
    assert.equal(decideRecord(member, { subject: subject("wang"), action: "read" }), "invisible");
    for (const duty of ["system-administration", "security-administration", "audit"] as const)
      for (const unit of UNITS) assert.equal(decide(dutyAccount(duty), unit, "read"), "invisible");
  });
});
