import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { PersonId } from "#core/kernel/ids.ts";
import { checkPerson } from "#core/people/check/check-record.ts";
import { findDoubles } from "#core/people/check/find-doubles.ts";
import type { Finding } from "#core/people/check/record-check.ts";
import { applyFieldEdit } from "#core/people/person/apply-field-edits.ts";
import type { Person } from "#core/people/person/person.ts";
import { shippedCatalogue as catalogue, shippedChecks as checks } from "#test/builders/field-catalogue.ts";
import { aCheckContext, aWholePerson } from "#test/builders/record-checks.ts";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  bookNumber: ["ZG1", "ZG2", ""],
  meetingOn: ["2024-06-01", "2024-05-30", ""],
  activistOn: ["2021-10-01", "2023-01-01", "2021-01"],
  education: ["21", "20", ""],
  duesMonthly: ["135.00", "1.00"],
  lost: ["0", "1"],
  occupationFrom: ["2022-07-01", "2023-07-01", "2027-01-01"],
};

const edit = fc.record({
  who: fc.nat(3),
  key: fc.constantFrom(...Object.keys(VALUES)),
  choice: fc.nat(2),
});

function contextOf(people: readonly Person[]) {
  const of = (key: string) => findDoubles(people.map(({ id, facts }) => [id, facts[key] ?? ""] as const));
  return aCheckContext({ doubled: { idNumber: of("idNumber"), bookNumber: of("bookNumber") } });
}

describe("incremental checks", () => {
  it("M21 what is kept for unchanged records is what a run from scratch says", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        let people: readonly Person[] = ["a", "b", "c", "d"].map((id) =>
          aWholePerson({ id, facts: { bookNumber: "" } }),
        );
        const kept = new Map<PersonId, { readonly key: string; readonly findings: readonly Finding[] }>();
        for (const { who, key, choice } of edits) {
          const canonical = VALUES[key]?.[choice] ?? "";
          const address = catalogue.byKey("person", key);
          assert.ok(address);
          people = people.map((person, index) => {
            if (index !== who) return person;
            const edited = applyFieldEdit(person, { address, canonical }, { today: aCheckContext().day, catalogue });
            return edited.ok ? edited.value : person;
          });
          const context = contextOf(people);
          for (const person of people) {
            const { idNumber, bookNumber } = context.doubled;
            const under = `${String(person.version)} ${String(idNumber.has(person.id))} ${String(bookNumber.has(person.id))}`;
            const before = kept.get(person.id);
            if (before?.key !== under)
              kept.set(person.id, { key: under, findings: checkPerson(person, context, checks) });
            assert.deepEqual(kept.get(person.id)?.findings, checkPerson(person, context, checks));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("M21 fixing a record clears its finding at once", () => {
    const address = catalogue.byKey("person", "meetingOn");
    assert.ok(address);
    const wrong = aWholePerson({ facts: { meetingOn: "2024-05-30" } });
    const options = { today: aCheckContext().day, catalogue };
    const mended = applyFieldEdit(wrong, { address, canonical: "2024-06-01" }, options);
    assert.ok(mended.ok);
    assert.equal(checkPerson(wrong, aCheckContext(), checks).length, 1);
    assert.equal(checkPerson(mended.value, aCheckContext(), checks).length, 0);
  });

  it("M21-2 M3 who shares a value is found, whoever came first; empty values are nobody's", () => {
    assert.deepEqual(
      [
        ...findDoubles([
          ["a", "1"],
          ["b", "2"],
          ["c", "1"],
          ["d", ""],
          ["e", ""],
          ["f", "1"],
        ]),
      ].toSorted(),
      ["a", "c", "f"],
    );
  });
});
