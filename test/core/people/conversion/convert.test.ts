import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { convert, isDueForConversion, probationEnd, type Conversion } from "#core/people/conversion/convert.ts";
import type { Person } from "#core/people/person/person.ts";
import { applyChange } from "#core/people/procedure/person-change.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import { aPerson } from "#test/builders/person.ts";
import { RULES } from "../procedure-rules.ts";

const day = (text: string): Day => text as Day;
const rules = RULES.conversion[0] ?? assert.fail();
const TODAY = day("2026-12-31");
const probationary = aPerson({ stage: "probationary" });
const NOTE = "支部大会已讨论，情况说明附后";

function asked(given: Partial<Conversion>): Conversion {
  return { result: "on-time", on: day("2026-06-01"), note: "", ...given };
}

function after(person: Person, given: Partial<Conversion>): Person {
  const converted = convert(person, asked(given), { today: TODAY, rules });
  return converted.ok
    ? applyChange(person, converted.value.change, () => "pos_9")
    : assert.fail(converted.refusal.code);
}

function code(person: Person, given: Partial<Conversion>): string {
  const converted = convert(person, asked(given), { today: TODAY, rules });
  return converted.ok ? "done" : converted.refusal.code;
}

describe("conversion", () => {
  it("M10 who is due when the probation year is over, and not before", () => {
    const due = (on: string, person = probationary) => isDueForConversion(person, day(on), rules);
    assert.deepEqual([due("2026-05-31"), due("2026-06-01"), due("2027-01-01")], [false, true, true]);
    const leapDay = aPerson({ stage: "probationary", facts: { joinedOn: "2024-02-29" } });
    assert.equal(probationEnd(leapDay, rules), "2025-02-28");
    assert.equal(due("2027-01-01", after(probationary, {})), false);
  });

  it("M10 an on-time conversion takes one date and no note, and not before the year is over", () => {
    const full = after(probationary, {});
    assert.deepEqual([full.facts["convertedOn"], full.facts["conversionResult"]], ["2026-06-01", "1"]);
    assert.equal(reachedStage(full, TODAY), "full");
    assert.equal(code(probationary, { on: day("2026-05-31") }), "probation-not-over");
    assert.equal(code(full, {}), "stage-wrong");
  });

  const others: readonly Conversion["result"][] = ["extended", "postponed", "undecided", "cancelled-after"];
  for (const result of others) {
    it(`M10 ${result} needs a note to the superior`, () => {
      assert.equal(code(probationary, { result, months: 6 }), "note-required");
      assert.equal(code(probationary, { result, months: 6, note: NOTE }), "done");
    });
  }

  it("M10 an extension is 6 to 12 months, once, and ends in a conversion after extension", () => {
    const extend = (months: number) => ({ result: "extended", months, note: NOTE }) as const;
    assert.equal(code(probationary, extend(5)), "extension-length");
    assert.equal(code(probationary, extend(13)), "extension-length");
    assert.equal(code(probationary, { result: "after-extension", note: NOTE }), "not-extended");
    const extended = after(probationary, extend(6));
    assert.equal(extended.facts["probationUntil"], "2026-12-01");
    assert.equal(isDueForConversion(extended, day("2026-11-30"), rules), false);
    assert.equal(code(extended, { ...extend(6), on: day("2026-12-01") }), "extended-already");
    assert.equal(code(extended, { on: day("2026-12-01") }), "extended-already");
    assert.equal(code(extended, { result: "after-extension", note: NOTE }), "probation-not-over");
    const full = after(extended, { result: "after-extension", note: NOTE, on: day("2026-12-01") });
    assert.deepEqual([reachedStage(full, TODAY), full.facts["conversionResult"]], ["full", "4"]);
    assert.equal(full.lists.conversions?.length, 2);
  });

  it("M10 what is postponed or undecided stays due", () => {
    for (const result of ["postponed", "undecided"] as const)
      assert.equal(isDueForConversion(after(probationary, { result, note: NOTE }), TODAY, rules), true);
  });

  it("M10 M1b a cancelled probation is a leaving, within the year or after it", () => {
    assert.equal(code(probationary, { result: "cancelled-within", note: NOTE }), "probation-over");
    const within = after(probationary, { result: "cancelled-within", note: NOTE, on: day("2026-03-01") });
    assert.deepEqual([reachedStage(within, TODAY), reachedStage(within, day("2026-02-28"))], ["left", "probationary"]);
    assert.deepEqual([within.belongings.at(-1)?.until, within.lists.leavings?.length], ["2026-03-01", 1]);
    assert.equal(
      code(probationary, { result: "cancelled-after", note: NOTE, on: day("2026-05-01") }),
      "probation-not-over",
    );
  });

  it("M10 the committee approves within 3 months, at most 6", () => {
    const approve = (approvedOn: string) =>
      convert(probationary, asked({ approvedOn: day(approvedOn) }), { today: TODAY, rules });
    const notes = (approvedOn: string) => {
      const answer = approve(approvedOn);
      return answer.ok ? answer.value.notes.map((note) => note.code) : answer.refusal.code;
    };
    assert.deepEqual(notes("2026-09-01"), []);
    assert.deepEqual(notes("2026-09-02"), ["approved-late"]);
    assert.deepEqual(notes("2026-12-01"), ["approved-late"]);
    assert.equal(notes("2026-12-02"), "day-not-possible");
    assert.equal(notes("2026-05-31"), "day-not-possible");
  });
});
