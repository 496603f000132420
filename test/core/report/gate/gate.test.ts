import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { gateOf, GATE_QUESTIONS, mayBeMissing, type GateFact, type GateQuestion } from "#core/report/gate/gate.ts";
import { reachesLine } from "#core/people/check/required-fields.ts";

type Facts = Readonly<Record<GateQuestion, GateFact>>;
const CLEAR = Object.fromEntries(GATE_QUESTIONS.map((what) => [what, { of: 3, open: [] }])) as unknown as Facts;
const place = (key: string) => ({ kind: "cell", key, label: key }) as const;

describe("gate before a report is handed over", () => {
  it("R7 it is ready exactly when nothing is open", () => {
    assert.equal(gateOf(CLEAR).ready, true);
    for (const what of GATE_QUESTIONS) {
      const gate = gateOf({ ...CLEAR, [what]: { of: 3, open: [place("2!A1")] } });
      assert.equal(gate.ready, false, what);
      assert.deepEqual(
        gate.lines.filter(({ passed }) => !passed).map((line) => [line.what, line.open, line.of]),
        [[what, 1, 3]],
      );
    }
  });

  it("R7 it counts all that is missing and shows the first fifty", () => {
    const open = Array.from({ length: 120 }, (_, index) => place(`2!A${index}`));
    const line = gateOf({ ...CLEAR, "manual-empty": { of: 600, open } }).lines.find(
      ({ what }) => what === "manual-empty",
    );
    assert.deepEqual([line?.open, line?.placesInAll], [120, 120]);
    assert.deepEqual(line?.places, open.slice(0, 50));
  });

  it("R7 as many required fields may be empty as the line of 98 % lets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 90, max: 100 }), (required, line) => {
        const least = required - mayBeMissing(required, line);
        assert.equal(reachesLine({ required, maintained: least }, line), true);
        if (least > 0) assert.equal(reachesLine({ required, maintained: least - 1 }, line), false);
      }),
    );
    const facts = { ...CLEAR, "required-fields": { of: 149, open: [place("per")], mayStayOpen: 2, missing: 2 } };
    assert.equal(gateOf(facts).ready, true);
    const more = { ...CLEAR, "required-fields": { of: 149, open: [place("per")], mayStayOpen: 2, missing: 3 } };
    assert.equal(gateOf(more).ready, false);
  });

  it("R7 a person with several fields missing is one place to go to", () => {
    const open = Array.from({ length: 10 }, (_, index) => place(`person:per_${index}`));
    const facts = { ...CLEAR, "required-fields": { of: 400, open, mayStayOpen: 8, missing: 94 } };
    const line = gateOf(facts).lines.find(({ what }) => what === "required-fields");
    assert.deepEqual([line?.open, line?.placesInAll, line?.places.length], [94, 10, 10]);
  });
});
