import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Facts } from "#core/people/person/facts.ts";
import { entityFacts } from "#core/report/population/entity-facts.ts";
import { aMember, valuesOf2017, type Given } from "#test/builders/report-of-2017.ts";

/** Numbers of these cells for one member with these facts. */
function cellsOf(
  cells: string,
  facts: Facts,
  { unitFacts = {}, ...given }: Given & { readonly unitFacts?: Facts } = {},
): readonly (number | undefined)[] {
  const value = valuesOf2017([aMember(facts, given)], [{ id: "u1", facts: unitFacts }]);
  return cells.split(" ").map(value);
}

describe("what the 2017 form counts on its day", () => {
  it("R1 members who float from the day they began on, not before (tables 33, 34)", () => {
    for (const [floating, cell] of [
      ["1", "33!A1"],
      ["2", "34!A1"],
    ] as const) {
      assert.deepEqual(cellsOf(cell, { floating, floatingSince: "2026-01-05" }), [0]);
      assert.deepEqual(cellsOf(cell, { floating, floatingSince: "2025-12-31" }), [1]);
      assert.deepEqual(cellsOf(cell, { floating }), [1]);
    }
  });

  it("R1 members abroad: by the day he came back, and not by the flag of today (tables 35, 36)", () => {
    const cells = "35!D1 36!A1 35!补1.1";
    const abroad = { abroad: "1", abroadKind: "13", abroadTo: "2", abroadSince: "2024-02-01" };
    assert.deepEqual(cellsOf(cells, abroad), [1, 0, 1]);
    assert.deepEqual(cellsOf(cells, { ...abroad, returnedOn: "2025-11-01" }), [0, 1, 0]);
    assert.deepEqual(cellsOf(cells, { ...abroad, abroad: "0", returnedOn: "2026-02-01" }), [1, 0, 1]);
    assert.deepEqual(cellsOf(cells, { ...abroad, abroadSince: "2024-08-01", returnedOn: "2024-03-01" }), [1, 1, 1]);
    assert.deepEqual(cellsOf("35!补1.1", { ...abroad, abroadSince: "2026-01-03" }), [0]);
  });

  it("R1 who is overdue abroad stands under those sent (35!E)", () => {
    const overdue = { abroad: "1", abroadSince: "2023-02-01", abroadDue: "2024-06-01" };
    assert.deepEqual(cellsOf("35!E1", { ...overdue, abroadKind: "11" }), [1]);
    assert.deepEqual(cellsOf("35!E1", { ...overdue, abroadKind: "21" }), [0]);
  });

  it("R1 teachers among the technical staff abroad, and of universities where they work (35, 7)", () => {
    const abroad = { abroad: "1", abroadKind: "13", abroadSince: "2024-02-01", universityTeacher: "1" };
    const retired = { occupation: "61" };
    assert.deepEqual(cellsOf("35!A13 35!A14", abroad), [1, 1]);
    assert.deepEqual(cellsOf("35!A13 35!A14", { ...abroad, ...retired }), [0, 0]);
    const university = { nature: "30", institutionKind: "03" };
    const teacher = { universityTeacher: "1", sex: "2", birthDate: "1995-01-02" };
    const all = "7!补2.4 7!补2.5 7!补2.6";
    assert.deepEqual(cellsOf(all, teacher, { unitFacts: university }), [1, 1, 1]);
    assert.deepEqual(cellsOf(all, { ...teacher, ...retired }, { unitFacts: university }), [0, 0, 0]);
    assert.deepEqual(cellsOf(all, teacher, { unitFacts: { nature: "20" } }), [0, 0, 0]);
  });

  it("R1 years in the party from the day he became a full member (43!I-M)", () => {
    const lost = { lost: "1", lostSince: "2024-01-31", joinedOn: "2018-12-31" };
    const cells = "43!I1 43!J1 43!K1 43!L1 43!M1";
    assert.deepEqual(cellsOf(cells, { ...lost, convertedOn: "" }), [1, 0, 0, 0, 0]);
    assert.deepEqual(cellsOf(cells, { ...lost, convertedOn: "2020-01-01" }), [0, 1, 0, 0, 0]);
    assert.deepEqual(cellsOf(cells, { ...lost, convertedOn: "2019-12-31" }), [0, 0, 1, 0, 0]);
  });

  it("R1 education by its last certificate (tables 4, 5, 16)", () => {
    const studied = (education: string, earlier: string | null) => {
      const entries = [{ from: "2020-06", education }];
      const educations = earlier === null ? entries : [{ from: "2014-06", education: earlier }, ...entries];
      return cellsOf("4!A1 4!B1 4!C1 4!D1", { education, graduatedOn: "2020-06" }, { lists: { educations } });
    };
    assert.deepEqual(studied("14", "21"), [1, 1, 0, 0]);
    for (const code of ["15", "16", "10"]) assert.deepEqual(studied(code, "21"), [1, 0, 1, 0], code);
    for (const code of ["20", "22", "23"]) assert.deepEqual(studied(code, "31"), [1, 0, 0, 1], code);
    assert.deepEqual(studied("16", null), [1, 0, 0, 0]);
  });

  it("R1 education 其他 is no certificate and hides none before it (table 4)", () => {
    const bachelor = { from: "1996-09", to: "2000-06", education: "21" };
    const other = { from: "2005-09", education: "90" };
    const left = { from: "2010-09", education: "16" };
    const studied = (educations: readonly Facts[]) => {
      const { education = "" } = educations.at(-1) ?? {};
      return cellsOf("4!A1 4!B1 4!C1", { education }, { lists: { educations } });
    };
    assert.deepEqual(studied([bachelor, other, left]), [1, 0, 1]);
    assert.deepEqual(studied([bachelor, other]), [1, 0, 1]);
    assert.deepEqual(studied([other]), [1, 0, 0]);
  });

  it("R1 no appraisal of a later day (table 8), none of applicants (8, 12, 13, 14)", () => {
    const branch = (on: string) =>
      cellsOf(
        "8!A1 8!A2",
        {},
        { unitFacts: { kind: "branch", "unitAppraisedOn.2025": on, "unitAppraisalFinished.2025": "1" } },
      );
    assert.deepEqual(
      [branch("2025-12-31"), branch("2026-01-09")],
      [
        [1, 1],
        [0, 0],
      ],
    );
    const measured = { "appraisal.2025": "2", discipline: "1", disciplineOn: "2025-03-01", disciplineGround: "11" };
    const awarded = { ...measured, awardName: "1", awardOn: "2025-07-01", awardLevel: "3" };
    const cells = "8!A3 12!A1 13!A1 14!A2";
    assert.deepEqual(cellsOf(cells, awarded), [1, 1, 1, 1]);
    assert.deepEqual(
      cellsOf(cells, { ...awarded, joinedOn: "", convertedOn: "" }, { kind: "applicant" }),
      [0, 0, 0, 0],
    );
  });

  it("R1 who is disqualified without a result stands where his day of leaving says (15!G, 15!I)", () => {
    const cancelled = (joinedOn: string) => {
      const left = { leftOn: "2025-05-10", leftKind: "16" };
      const facts = { joinedOn, convertedOn: "", conversionResult: "", ...left };
      return cellsOf("10!H1 15!G1 15!I1", facts, { from: joinedOn, until: "2025-05-10" });
    };
    assert.deepEqual(cancelled("2024-05-10"), [1, 1, 0]);
    assert.deepEqual(cancelled("2024-05-11"), [1, 0, 1]);
  });

  it("R1 who became a full member in the year without a result stands under 转为正式党员 (15!C)", () => {
    const converted = (facts: Facts) => cellsOf("15!C1 15!D1", { joinedOn: "2024-05-06", ...facts });
    const inYear = { convertedOn: "2025-05-06" };
    for (const conversionResult of ["", "1"]) assert.deepEqual(converted({ ...inYear, conversionResult }), [1, 0]);
    for (const conversionResult of ["4", "2"]) assert.deepEqual(converted({ ...inYear, conversionResult }), [0, 1]);
    assert.deepEqual(converted({ convertedOn: "2026-05-06" }), [0, 0]);
    assert.deepEqual(converted({ ...inYear, joinedOn: "" }), [0, 0]);
  });

  it("R1 no award and no penalty of somebody whose first membership here begins after the day (10-14)", () => {
    const award = { awardName: "1", awardOn: "2025-07-01", awardLevel: "3" };
    const facts = { ...award, discipline: "1", disciplineOn: "2025-03-01", disciplineGround: "11" };
    assert.deepEqual(cellsOf("12!A1 13!A1 14!A2", facts, { from: "2025-12-31" }), [1, 1, 1]);
    assert.deepEqual(cellsOf("12!A1 13!A1 14!A2", facts, { from: "2026-01-10" }), [0, 0, 0]);
  });

  it("R1 delegates whose mandate ended because they are members no more (37!A25-A29)", () => {
    const delegate = { delegateOf: "1", delegateEnd: "3", leftOn: "2025-05-10", leftKind: "20" };
    assert.deepEqual(cellsOf("37!A1 37!A27", delegate, { until: "2025-05-10" }), [0, 1]);
    assert.deepEqual(cellsOf("37!A1 37!A27", { ...delegate, delegateEnd: "" }, { until: "2025-05-10" }), [0, 0]);
    assert.deepEqual(cellsOf("37!A1 37!A27", { delegateOf: "1" }), [1, 0]);
  });

  it("R1 a kind of society that is left from before counts nowhere (22, 23)", () => {
    const applicant = { joinedOn: "", convertedOn: "", activistOn: "2022-10-01", candidateOn: "" };
    const cells = (unit: Facts) => cellsOf("23!A4", applicant, { kind: "applicant", unitFacts: unit });
    assert.deepEqual(cells({ nature: "50", socialKind: "1" }), [1]);
    assert.deepEqual(cells({ nature: "30", socialKind: "1" }), [0]);
    const entity = { id: "u0", parentId: null, facts: { nature: "30", institutionKind: "07" } };
    const branch = { id: "u1", parentId: "u0", facts: { unitRelation: "2", nature: "50", socialKind: "1" } };
    const [, taken] = entityFacts([entity, branch]);
    assert.deepEqual([taken?.facts["nature"], taken?.facts["socialKind"]], ["30", ""]);
  });

  it("R1 R5a a post that begins after the day is none yet (7, 16, 18-20, 37)", () => {
    const later = { occupation: "50", occupationFrom: "2026-01-05" };
    const admitted = { joinedOn: "2025-03-05", convertedOn: "", joinKind: "1", ...later, delegateOf: "1" };
    assert.deepEqual(cellsOf("16!A1 16!A21 7!D1 37!A1 37!A24", admitted, { from: "2025-03-05" }), [1, 0, 0, 1, 0]);
    const candidate = { joinedOn: "", convertedOn: "", ...later };
    assert.deepEqual(cellsOf("18!A1 18!A21", candidate, { kind: "applicant" }), [1, 0]);
  });

  it("R1 service centres of a town, a street and a village stand in one blank (33!补1)", () => {
    const cells = "33!补1.1 33!补1.4 33!补1.5 33!补1.6 33!补1.7 33!补1.8";
    const centres = (nature: string) =>
      cellsOf(cells, {}, { unitFacts: { nature, affiliation: "4", serviceCentres: "2" } });
    assert.deepEqual(centres("30"), [2, 2, 0, 0, 0, 0]);
    assert.deepEqual(centres("12"), [2, 0, 2, 0, 0, 0]);
    assert.deepEqual(centres("11"), [2, 0, 0, 2, 0, 0]);
    assert.deepEqual(centres("13"), [2, 0, 0, 0, 2, 0]);
    assert.deepEqual(centres("15"), [2, 0, 0, 0, 0, 2]);
  });

  it("R1 members commended in the year: whoever has any such award of it, once, whatever award came later (8!5)", () => {
    const award = fc.record({
      on: fc.constantFrom("2024-12-31", "2025-01-01", "2025-07", "2025-12-31", "2026-01-01"),
      name: fc.constantFrom("1", "2", "4", "9"),
    });
    fc.assert(
      fc.property(fc.array(fc.array(award, { maxLength: 3 }), { minLength: 1, maxLength: 6 }), (all) => {
        const people = all.map((awards, index) => {
          const [last] = awards.toSorted((a, b) => (a.on < b.on ? 1 : -1));
          const present = last ? { awardOn: last.on, awardName: last.name } : {};
          const lists = awards.length > 1 ? { awards } : {};
          return aMember({ "appraisal.2025": "2", ...present }, { id: `per_${index}`, lists });
        });
        const counted = all.filter((awards) =>
          awards.some(({ on, name }) => on.startsWith("2025") && (name === "1" || name === "2")),
        );
        assert.equal(valuesOf2017(people)("8!A5"), counted.length);
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(cellsOf("8!A5", { awardOn: "2025-07-01", awardName: "1" }), [0], "he was not appraised");
  });

  it("R1 who gave a thousand yuan at once beside his dues (2!补1.4)", () => {
    const given = (voluntaryDues: string) =>
      valuesOf2017([aMember()], undefined, { moreOf: () => ({ voluntaryDues }) })("2!补1.4");
    assert.deepEqual(["999.99", "1000.00", "12000.00", ""].map(given), [0, 1, 1, 0]);
  });

  it("R1 new members trained by their training's kind alone are trained (9!A, 9!E)", () => {
    const trained = { trainingKind: "3", trainingOn: "2025-04-10", trainingResult: "1" };
    assert.deepEqual(cellsOf("9!A1 9!E1", trained), [1, 1]);
  });
});
