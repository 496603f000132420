import assert from "node:assert/strict";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import { addMonths, addYears } from "#core/kernel/day-arithmetic.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Stage } from "#core/people/person/stage.ts";
import { parseIdNumber } from "#core/people/field/id-number.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { NATIONAL_SHARES, UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";

const TODAY = "2026-11-22" as Day;
const STAGES: readonly Stage[] = ["applicant", "activist", "candidate", "probationary", "full"];

function population(size: number, setting: "national" | "university"): readonly (Facts & { readonly stage: Stage })[] {
  const random = seededRandom(7);
  const shares = setting === "national" ? NATIONAL_SHARES : UNIVERSITY_SHARES;
  return Array.from({ length: size }, (_, serial) => {
    const stage = ensure(STAGES[serial % STAGES.length]);
    const facts = drawRecord(random, { name: "王某", mobile: null, stage, setting, shares, today: TODAY, serial });
    return { ...facts, stage };
  });
}

function ensure<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

describe("drawn records", () => {
  it("M1 have well-formed ID numbers, each once, that agree with birth date and sex", () => {
    const people = population(5_000, "national");
    for (const { idNumber = "", birthDate, sex } of people) {
      assert.equal(parseIdNumber(idNumber, TODAY).ok, true, idNumber);
      assert.equal(idNumber.slice(6, 14), birthDate?.replaceAll("-", ""));
      assert.equal(Number(idNumber[16]) % 2 === 1 ? "1" : "2", sex);
    }
    assert.equal(new Set(people.map(({ idNumber }) => idNumber)).size, people.length);
  });

  it("M6 keep the order and the waits of the way into the party, and have reached the stage today", () => {
    for (const person of [...population(3_000, "university"), ...population(3_000, "national")]) {
      const day = (key: string) => (person[key] === undefined ? undefined : parseDay(person[key]));
      const [applied, activist, candidate, joined, converted] = [
        "appliedOn",
        "activistOn",
        "candidateOn",
        "joinedOn",
        "convertedOn",
      ].map(day);
      const reached = STAGES.indexOf(person.stage);
      assert.equal(
        [applied, activist, candidate, joined, converted].filter((step) => step !== undefined).length,
        reached + 1,
      );
      assert.ok(ensure(applied) >= addYears(ensure(day("birthDate")), 18));
      if (activist) assert.ok(activist >= addMonths(ensure(applied), 6));
      if (candidate) assert.ok(candidate >= addYears(ensure(activist), 1));
      if (joined) assert.ok(joined > ensure(candidate) && ensure(day("trainingOn")) <= joined);
      if (converted) assert.equal(converted, addYears(ensure(joined), 1));
      for (const step of [applied, activist, candidate, joined, converted])
        assert.ok(step === undefined || step <= TODAY);
      if (person.stage === "probationary") assert.ok(addYears(ensure(joined), 1) > TODAY);
    }
  });

  it("M1 use fields and codes of the catalogue only", () => {
    for (const { stage, ...facts } of population(1_000, "university")) {
      for (const [key, value] of Object.entries(facts)) {
        const definition = shippedCatalogue.byKey("person", key)?.definition;
        assert.ok(definition, `${key} of a ${stage}`);
        if (definition.codes !== undefined)
          assert.ok(shippedCatalogue.codeList(definition.codes).byCode.has(value), `${key} ${value}`);
      }
    }
  });
});
