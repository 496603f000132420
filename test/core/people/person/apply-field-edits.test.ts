import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { Day } from "#core/kernel/instant.ts";
import { applyFieldEdit, applyFieldEdits, type RecordEdit } from "#core/people/person/apply-field-edits.ts";
import { beginOf } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import { aPerson } from "#test/builders/person.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const options = { today: "2026-11-22" as Day, catalogue };

function edit(key: string, canonical: string): RecordEdit {
  const address = catalogue.byKey("person", key) ?? catalogue.byKey("unit", key);
  assert.ok(address, key);
  return { address, canonical };
}

function edited(person: Person, changes: Facts): { readonly record: Person; readonly codes: readonly string[] } {
  const edits = Object.entries(changes).map(([key, canonical]) => edit(key, canonical));
  const { record, refusals } = applyFieldEdits(person, edits, options);
  return { record, codes: refusals.map((refusal) => refusal?.code ?? "done") };
}

describe("apply field edits", () => {
  it("M1 sets, changes and empties a field, with its own revision and one version", () => {
    const person = aPerson({ facts: { address: "甲路1号" } });
    const { record, codes } = edited(person, { address: "乙路2号", nativePlace: "上海", remark: "" });
    assert.deepEqual(codes, ["done", "done", "done"]);
    assert.equal(record.facts["address"], "乙路2号");
    assert.deepEqual(record.revisions, { address: 2, nativePlace: 1 });
    assert.equal(record.version, person.version + 1);
    const emptied = edited(record, { address: "" }).record;
    assert.ok(!("address" in emptied.facts));
    assert.equal(emptied.revisions["address"], 3);
    assert.equal(edited(person, { address: "甲路1号" }).record, person);
  });

  it("M1 sex and birth date must agree with the ID number, whatever the order of the edits", () => {
    const person = aPerson({ facts: { idNumber: "11010519491231002X", sex: "2", birthDate: "1949-12-31" } });
    assert.deepEqual(edited(person, { sex: "1" }).codes, ["sex-against-id-number"]);
    assert.deepEqual(edited(person, { birthDate: "1949-12-30" }).codes, ["birth-date-against-id-number"]);
    const all = { idNumber: "440524188001010014", sex: "1", birthDate: "1880-01-01" };
    for (const keys of [
      ["idNumber", "sex", "birthDate"],
      ["sex", "birthDate", "idNumber"],
      ["birthDate", "idNumber", "sex"],
    ] as const) {
      const { record, codes } = edited(person, Object.fromEntries(keys.map((key) => [key, all[key]])));
      assert.deepEqual(codes, ["done", "done", "done"]);
      assert.equal(record.facts["idNumber"], all.idNumber);
    }
    const mixed = edited(person, { sex: "1", address: "丙路3号" });
    assert.deepEqual(mixed.codes, ["sex-against-id-number", "done"]);
    assert.equal(mixed.record.facts["sex"], "2");
    assert.equal(mixed.record.facts["address"], "丙路3号");
  });

  it("M1 a birth month that agrees with the ID number becomes its day", () => {
    const person = aPerson({ facts: { idNumber: "11010519491231002X", sex: "2", birthDate: "" } });
    assert.equal(edited(person, { birthDate: "1949-12" }).record.facts["birthDate"], "1949-12-31");
    assert.deepEqual(edited(person, { birthDate: "1949-11" }).codes, ["birth-date-against-id-number"]);
  });

  it("M1b M10 what a procedure changes is refused with the procedure's name", () => {
    const { refusals } = applyFieldEdits(
      aPerson(),
      [edit("leftOn", "2026-01-01"), edit("conversionResult", "1"), edit("age", "30"), edit("name", "")],
      options,
    );
    assert.deepEqual(refusals, [
      { code: "by-procedure", field: "leftOn", procedure: "leaving" },
      { code: "by-procedure", field: "conversionResult", procedure: "conversion" },
      { code: "field-computed", field: "age" },
      { code: "field-not-emptied", field: "name" },
    ]);
  });

  it("M9 a candidate becomes a member by admission only; a member's wrong date is mended", () => {
    const candidate = aPerson({ stage: "candidate" });
    assert.deepEqual(edited(candidate, { joinedOn: "2026-06-01" }).codes, ["by-procedure"]);
    assert.deepEqual(edited(aPerson(), { joinedOn: "2025-06-02" }).codes, ["done"]);
    assert.deepEqual(edited(aPerson({ facts: { joinedOn: "" } }), { joinedOn: "2025-06-02" }).codes, ["done"]);
  });

  it("M10 a missing conversion date of old papers is filled in, one that is still due is a procedure", () => {
    const facts = (joinedOn: string): Facts => ({ joinedOn, convertedOn: "" });
    assert.deepEqual(edited(aPerson({ facts: facts("1999-06-01") }), { convertedOn: "2000-06-01" }).codes, ["done"]);
    assert.deepEqual(edited(aPerson({ facts: facts("2025-06-01") }), { convertedOn: "2026-06-01" }).codes, [
      "by-procedure",
    ]);
    assert.deepEqual(edited(aPerson({ facts: facts("2024-05-22") }), { convertedOn: "2026-06-01" }).codes, ["done"]);
    assert.deepEqual(edited(aPerson({ facts: facts("2024-05-23") }), { convertedOn: "2026-06-01" }).codes, [
      "by-procedure",
    ]);
  });

  it("M1 a new post begins a new entry and the old one stays", () => {
    const person = aPerson({ facts: { occupation: "50", occupationFrom: "2019-09-01" } });
    const { record } = edited(person, { occupation: "13", occupationFrom: "2023-07-01" });
    assert.deepEqual(record.lists.occupations, [
      { occupation: "50", from: "2019-09-01", until: "2023-07-01" },
      { occupation: "13", from: "2023-07-01" },
    ]);
    assert.equal(record.facts["occupation"], "13");
    const mended = edited(record, { occupationFrom: "2023-06-15", occupation: "12" }).record;
    assert.deepEqual(mended.lists.occupations, [
      { occupation: "50", from: "2019-09-01", until: "2023-07-01" },
      { occupation: "12", from: "2023-06-15" },
    ]);
  });

  it("M1 a new award does not take over the old one's level", () => {
    const person = aPerson({ facts: { awardOn: "2020-07-01", awardName: "1", awardLevel: "9" } });
    const { record } = edited(person, { awardOn: "2026-07-01", awardName: "2" });
    assert.deepEqual(record.lists.awards, [
      { name: "1", level: "9", on: "2020-07-01" },
      { name: "2", on: "2026-07-01" },
    ]);
    assert.ok(!("awardLevel" in record.facts));
    assert.equal(record.revisions["awardLevel"], 2);
  });

  it("M1 keeps what a procedure wrote into an entry", () => {
    const lists = { trainings: [{ kind: "1", on: "2024-04-10", result: "1", letter: "7" }] };
    const person = aPerson({ lists, facts: { trainingKind: "1", trainingOn: "2024-04-10", trainingResult: "1" } });
    const { record } = edited(person, { trainingResult: "2" });
    assert.deepEqual(record.lists.trainings, [{ letter: "7", kind: "1", on: "2024-04-10", result: "2" }]);
  });

  it("M1 an appraisal is a fact of its year", () => {
    const { record } = edited(aPerson(), { "appraisal.2025": "2", "appraisal.2026": "1" });
    assert.equal(record.facts["appraisal.2026"], "1");
    assert.equal(record.revisions["appraisal.2025"], 1);
  });

  it("M1 entries stay in order, the present one is what the facts say, and nothing is lost", () => {
    const step = fc.record({
      key: fc.constantFrom("occupation", "occupationFrom", "occupationUntil"),
      occupation: fc.constantFrom("11", "12", "13", "50"),
      month: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let person = aPerson();
        let entries = 0;
        for (const { key, occupation, month } of steps) {
          const date = `${String(2000 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, "0")}-01`;
          const result = applyFieldEdit(person, edit(key, key === "occupation" ? occupation : date), options);
          assert.ok(result.ok);
          person = result.value;
          const list = person.lists.occupations ?? [];
          assert.ok(list.length >= entries);
          entries = list.length;
          const last = list.at(-1);
          if (last) {
            assert.equal(last["occupation"], person.facts["occupation"]);
            assert.equal(last["from"], person.facts["occupationFrom"]);
            assert.equal(last["until"], person.facts["occupationUntil"]);
          }
          assert.ok(list.every((entry) => beginOf(entry) <= "2016-12-01"));
        }
      }),
    );
  });
});
