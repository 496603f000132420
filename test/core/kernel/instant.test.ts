import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { dayOf, millisecondsOf, parseDay, toInstant } from "#core/kernel/instant.ts";

describe("instant", () => {
  it("is the same moment back and forth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (time) =>
        assert.equal(millisecondsOf(toInstant(time)), time),
      ),
    );
  });

  it("sorts as text", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        (a, b) => {
          assert.equal(toInstant(a) < toInstant(b), a < b);
        },
      ),
    );
  });

  it("L15 begins a day at midnight in Shanghai", () => {
    assert.equal(dayOf(toInstant(Date.UTC(2026, 10, 20, 15, 59, 59, 999))), "2026-11-20");
    assert.equal(dayOf(toInstant(Date.UTC(2026, 10, 20, 16))), "2026-11-21");
    assert.equal(dayOf(toInstant(Date.UTC(2026, 11, 31, 16))), "2027-01-01");
  });

  for (const [text, exists] of [
    ["2026-11-21", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-11-31", false],
    ["2026-1-1", false],
    ["2026-11-21 ", false],
    ["２０２６-11-21", false],
    ["", false],
  ] as const) {
    it(`"${text}" is ${exists ? "a" : "no"} day`, () => assert.equal(parseDay(text) !== undefined, exists));
  }
});
