import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { electionDue, whyNotEmpty, whyNotOn, DELETED_WITHOUT } from "#core/people/unit-changes/decide-unit-change.ts";

const TODAY = "2026-06-01" as Day;

describe("changes of units", () => {
  const days: readonly (readonly [on: string, since: string | null, onFirstDay: boolean, possible: boolean])[] = [
    ["2026-06-01", null, false, true],
    ["2026-06-02", null, false, false],
    ["2026-05-01", "2026-05-01", false, false],
    ["2026-05-01", "2026-05-01", true, true],
    ["2026-04-30", "2026-05-01", true, false],
    ["2026-05-02", "2026-05-01", false, true],
  ];
  for (const [on, since, onFirstDay, possible] of days)
    it(`M18 ${on} is ${possible ? "a" : "no"} day for a unit that is there since ${since ?? "ever"}${onFirstDay ? ", mending it" : ""}`, () => {
      const refusal = whyNotOn(on as Day, { since: since as Day | null, today: TODAY, onFirstDay });
      assert.equal(refusal?.code, possible ? undefined : "day-not-possible");
    });

  it("M18 whatever hangs on a unit keeps it from being deleted, and is named", () => {
    assert.equal(whyNotEmpty({}, DELETED_WITHOUT), undefined);
    for (const what of DELETED_WITHOUT)
      assert.deepEqual(whyNotEmpty({ [what]: 2 }, DELETED_WITHOUT), { code: "unit-not-empty", what, count: 2 });
  });

  it("M19 an election on 29 February is due on the last day of February", () => {
    assert.equal(electionDue("2024-02-29" as Day, 3), "2027-02-28");
  });
});
