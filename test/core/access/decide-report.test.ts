import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Actor } from "#core/access/actor.ts";
import type { Decision } from "#core/access/decide.ts";
import { decideReport, reportSubject, type ReportAction } from "#core/access/decide-report.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { ancestorsOf } from "#core/organisation/tree.ts";
import { anOrganisation, unitId } from "#test/builders/organisation.ts";
import { acting, dutyAccount, unitAccount } from "#test/builders/organisation-actors.ts";

const UNITS = ["c", "g1", "b1", "b2", "p1", "g2", "b3"];
const POSTS = ["secretary", "deputy-secretary", "organisation-member", "organiser", "information-officer", "member"];
const ACTIONS: readonly ReportAction[] = ["read", "edit", "submit", "judge"];

const organisation = anOrganisation("c(g1(b1(p1),b2),g2(b3))", []);

function decide(actor: Actor, unit: string, action: ReportAction): Decision {
  const subject = reportSubject(actor, organisation, unitId(unit));
  return decideReport(scopeOf(actor, organisation).records, { subject, action });
}

/** In the words of the rules, by the path from a unit to the root. */
function expected(own: string, asked: string, { action, mayWrite }: { action: ReportAction; mayWrite: boolean }) {
  const above: readonly string[] = ancestorsOf(organisation, unitId(asked));
  const isOwn = own === asked;
  if (!isOwn && !above.includes(own)) return "invisible";
  if (action === "read") return "allowed";
  if (action === "submit" && !isOwn) return "forbidden";
  if (action === "judge" && isOwn && above.length > 0) return "forbidden";
  return mayWrite ? "allowed" : "read-only";
}

describe("who does what with a report", () => {
  it("R8 an office fills its own unit's and those below, submits its own alone, and judges those below", () => {
    const anyUnit = fc.constantFrom(...UNITS);
    const actors = fc.tuple(anyUnit, fc.constantFrom("account", ...POSTS), fc.boolean());
    fc.assert(
      fc.property(actors, anyUnit, ([own, kind, mayWrite], asked) => {
        const permission: Actor["permission"] = mayWrite ? "read-write" : "read-only";
        const actor =
          kind === "account"
            ? unitAccount(own, { permission })
            : { ...acting(`zhang ${kind} ${own}`, organisation), permission };
        for (const action of ACTIONS) {
          const wanted = kind === "member" ? "invisible" : expected(own, asked, { action, mayWrite });
          assert.equal(decide(actor, asked, action), wanted, `${kind} of ${own}: ${action} ${asked}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("R9 the root's own office enters what the outside superior decided", () => {
    assert.equal(decide(unitAccount("c"), "c", "judge"), "allowed");
    assert.equal(decide(unitAccount("g1"), "g1", "judge"), "forbidden");
  });

  it("A9 a foreign report, an unknown one and every report to the three duties are invisible", () => {
    for (const action of ACTIONS) {
      assert.equal(decide(unitAccount("g2"), "b1", action), "invisible");
      assert.equal(decide(unitAccount("c"), "nowhere", action), "invisible");
      for (const duty of ["system-administration", "security-administration", "audit"] as const)
        assert.equal(decide(dutyAccount(duty), "c", action), "invisible");
    }
  });
});
