import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { Day } from "#core/kernel/instant.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import { factsOn } from "#core/people/person/facts-on.ts";
import { ageOn, belongsOn, partyYearsOn, probationDueOn, stageOn } from "#core/people/person/stage-on.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const STAGES = ["applicant", "activist", "candidate", "probationary", "full"] as const;
const day = (text: string): Day => text as Day;
const dates = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe("stage on a day", () => {
  it("M6 M16a the stage follows the dates, whatever the day asked for", () => {
    fc.assert(
      fc.property(fc.array(dates, { minLength: 5, maxLength: 5 }), dates, (given, asked) => {
        const [appliedOn, activistOn, candidateOn, joinedOn, convertedOn] = given.toSorted();
        assert.ok(appliedOn && activistOn && candidateOn && joinedOn && convertedOn);
        const person = aPerson({ facts: { appliedOn, activistOn, candidateOn, joinedOn, convertedOn } });
        const reached = given.filter((date) => date <= asked).length;
        assert.equal(stageOn(person, asked), STAGES[reached - 1] ?? null);
      }),
    );
  });

  it("M1b M16a who has left has no stage until he is restored, and every leaving counts for its own days", () => {
    const person = aPerson({
      facts: { leftOn: "2026-08-01" },
      lists: { leavings: [{ on: "2026-02-01", restoredOn: "2026-04-01" }, { on: "2026-08-01" }] },
    });
    const at = (text: string) => stageOn(person, day(text));
    assert.equal(at("2026-01-31"), "probationary");
    assert.equal(at("2026-02-01"), null);
    assert.equal(at("2026-03-31"), null);
    assert.equal(at("2026-04-01"), "probationary");
    assert.equal(at("2026-07-31"), "full");
    assert.equal(at("2026-08-01"), null);
  });

  it("M6 a date known to the month counts from its first day", () => {
    const person = aPerson({ stage: "probationary", facts: { joinedOn: "1969-01" } });
    assert.equal(stageOn(person, day("1969-01-01")), "probationary");
    assert.equal(stageOn(person, day("1968-12-31")), null);
    assert.equal(probationDueOn(person.facts, 12), "1970-01-01");
  });

  it("M1 years in the party count from the day he became a full member, none before", () => {
    const { facts } = aPerson({ stage: "full", facts: { joinedOn: "1968-01", convertedOn: "1969-01" } });
    assert.equal(partyYearsOn(facts, day("2026-01-01")), 57);
    assert.equal(partyYearsOn(facts, day("2025-12-31")), 56);
    assert.equal(partyYearsOn(facts, day("1968-12-31")), 0);
    assert.equal(partyYearsOn(facts, day("1967-12-31")), null);
  });

  it("M6 ages are completed years; 29 February counts on the 28th", () => {
    assert.equal(ageOn({ birthDate: "2008-02-29" }, day("2026-02-27")), 17);
    assert.equal(ageOn({ birthDate: "2008-02-29" }, day("2026-02-28")), 18);
    assert.equal(ageOn({ birthDate: "2008-02-29" }, day("2028-02-28")), 19);
    assert.equal(ageOn({ birthDate: "2008-02" }, day("2026-02-28")), null);
    assert.equal(ageOn({}, day("2026-02-28")), null);
    assert.equal(partyYearsOn({}, day("2026-02-28")), null);
  });

  it("M10 probation is over after its months, or when its extension is", () => {
    assert.equal(probationDueOn({ joinedOn: "2024-02-29" }, 12), "2025-02-28");
    assert.equal(probationDueOn({ joinedOn: "2025-08-31", probationUntil: "2027-02-28" }, 12), "2027-02-28");
    assert.equal(probationDueOn({}, 12), null);
  });

  it("M16a belonging has a first day and a day it is over", () => {
    const belongings = [
      aBelonging({ id: "a", unit: "b1", from: "2025-01-01", until: "2026-01-01" }),
      aBelonging({ id: "b", unit: "b2", from: "2026-01-01" }),
    ];
    const units = (text: string) => belongsOn({ belongings }, day(text)).map(({ unitId }) => unitId);
    assert.deepEqual(units("2024-12-31"), []);
    assert.deepEqual(units("2025-12-31"), ["b1"]);
    assert.deepEqual(units("2026-01-01"), ["b2"]);
  });
});

describe("facts on a day", () => {
  const lists = listFieldsOf(catalogue.person);
  const person = aPerson({
    facts: { occupation: "13", occupationFrom: "2023-07-01", address: "甲路1号" },
    lists: {
      occupations: [
        { occupation: "50", from: "2019-09-01", until: "2023-07-01" },
        { occupation: "13", from: "2023-07-01" },
      ],
    },
  });

  it("M1 M16a shows the post of that day and everything else as known now", () => {
    const then = factsOn(person, day("2022-01-01"), lists);
    assert.deepEqual([then["occupation"], then["occupationUntil"], then["address"]], ["50", "2023-07-01", "甲路1号"]);
    assert.equal(factsOn(person, day("2010-01-01"), lists)["occupation"], undefined);
    assert.equal(factsOn(person, day("2026-01-01"), lists), person.facts);
  });

  it("M1 an undated post holds on every day", () => {
    const undated = aPerson({ facts: { occupation: "13" } });
    assert.equal(factsOn(undated, day("1990-01-01"), lists)["occupation"], "13");
  });
});
