import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { addUp, percentageOf, reachesLine, requirementOf, requirementsOf } from "#core/people/check/required-fields.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const requirements = requirementsOf(catalogue);
const keys = (fields: readonly { readonly key: string }[]) => fields.map(({ key }) => key);

describe("required fields", () => {
  it("M2 depend on the stage", () => {
    const { applicant, candidate, full } = requirements.byStage;
    assert.ok(keys(applicant).includes("appliedOn"));
    assert.ok(!keys(applicant).includes("candidateOn"));
    assert.ok(keys(candidate).includes("candidateOn"));
    assert.ok(!keys(candidate).includes("joinedOn"));
    assert.ok(keys(full).includes("convertedOn"));
  });

  it("M2 some are asked for only while something holds, some only while it does not", () => {
    const { full } = requirements.byStage;
    const missing = (facts: Record<string, string>) => requirementOf(facts, full).missing;
    assert.ok(!missing({}).includes("studentLevel"));
    assert.ok(missing({ student: "1" }).includes("studentLevel"));
    assert.ok(missing({}).includes("mobile"));
    assert.ok(!missing({ lost: "1" }).includes("mobile"));
    assert.ok(missing({ lost: "1" }).includes("keeper"));
  });

  it("M2 the percentage is never rounded up", () => {
    const per = (maintained: number, required: number) => percentageOf({ maintained, required });
    assert.deepEqual([per(999, 1000), per(1000, 1000), per(9799, 10_000), per(0, 0)], [99, 100, 97, 100]);
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 1, max: 100 }), (a, b, line) => {
        const maintained = { maintained: Math.min(a, b), required: Math.max(a, b) };
        assert.equal(reachesLine(maintained, line), percentageOf(maintained) >= line);
        assert.ok(
          percentageOf(maintained) * maintained.required <= maintained.maintained * 100 || maintained.required === 0,
        );
      }),
    );
  });

  it("M2 adds up over a unit", () => {
    assert.deepEqual(
      addUp([
        { required: 10, missing: ["a"] },
        { required: 5, missing: ["b", "c"] },
      ]),
      {
        required: 15,
        maintained: 12,
      },
    );
  });

  it("M17 a unit must have what every report of it needs", () => {
    assert.ok(keys(requirements.ofUnit).includes("electedOn"));
    assert.ok(requirementOf({ name: "第一党支部" }, requirements.ofUnit).missing.includes("secretary"));
  });
});
