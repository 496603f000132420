import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  addDays,
  addMonths,
  addToMonth,
  addYears,
  completedYears,
  daysBetween,
  monthOf,
  monthsBetween,
  parseMonth,
  type Month,
} from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";

const day = (text: string): Day => text as Day;
const month = (text: string): Month => text as Month;
const aDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day("1900-01-01"), days));

describe("day arithmetic", () => {
  it("M6 months clamp to the month's end", () => {
    assert.equal(addMonths(day("2026-01-31"), 1), "2026-02-28");
    assert.equal(addMonths(day("2024-01-31"), 1), "2024-02-29");
    assert.equal(addMonths(day("2026-03-31"), -1), "2026-02-28");
    assert.equal(addMonths(day("2025-12-15"), 1), "2026-01-15");
    assert.equal(addMonths(day("2026-08-31"), 6), "2027-02-28");
  });

  it("M6 29 February and a year is 28 February", () => {
    assert.equal(addYears(day("2024-02-29"), 1), "2025-02-28");
    assert.equal(addYears(day("2024-02-29"), 4), "2028-02-29");
  });

  it("counts completed years as ages are counted", () => {
    assert.equal(completedYears(day("2008-02-29"), day("2026-02-27")), 17);
    assert.equal(completedYears(day("2008-02-29"), day("2026-02-28")), 18);
    assert.equal(completedYears(day("1998-05-04"), day("2026-05-03")), 27);
    assert.equal(completedYears(day("1998-05-04"), day("2026-05-04")), 28);
  });

  it("knows a month when it sees one", () => {
    assert.equal(parseMonth("2026-12"), "2026-12");
    for (const text of ["2026-13", "2026-00", "2026-1", "2026-01-01", ""]) assert.equal(parseMonth(text), undefined);
  });

  it("adds days and months so that the distance is what was added", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -2_000, max: 2_000 }), (from, count) => {
        assert.equal(daysBetween(from, addDays(from, count)), count);
        assert.equal(monthsBetween(monthOf(from), monthOf(addMonths(from, count % 200))), (count % 200) + 0); // never -0
        assert.equal(addToMonth(addToMonth(month("2026-05"), count), -count), "2026-05");
      }),
    );
  });

  it("agrees with the platform's calendar over two thousand years", () => {
    const first = Date.UTC(1000, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 730_000 }), fc.integer({ min: -20_000, max: 20_000 }), (number, count) => {
        const dated = (days: number): Day => day(new Date(first + days * 86_400_000).toISOString().slice(0, 10));
        fc.pre(number + count >= 0);
        assert.equal(addDays(dated(number), count), dated(number + count));
        assert.equal(daysBetween(dated(number), dated(number + count)), count);
      }),
      { numRuns: 2_000 },
    );
  });

  it("M1 counts years as the anniversary comes, whatever the days", () => {
    fc.assert(
      fc.property(aDay, aDay, (from, until) => {
        fc.pre(from <= until);
        const years = completedYears(from, until);
        assert.ok(addYears(from, years) <= until && addYears(from, years + 1) > until);
      }),
    );
  });
});
