import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { cleanUpDay } from "#core/people/procedure/clean-up-day.ts";

const CASES: readonly (readonly [today: string, by: string, why: string])[] = [
  ["2026-11-02", "2026-11-27", "the month's last Friday, not its fourth weekday"],
  ["2026-11-27", "2026-11-27", "the day itself is still in time"],
  ["2026-11-28", "2026-12-25", "over for this month: the next one's"],
  ["2026-07-31", "2026-07-31", "a month that ends on a Friday"],
  ["2026-12-26", "2027-01-29", "across the year"],
  ["2028-02-26", "2028-03-31", "across a leap month"],
];

describe("the day of the monthly clean-up", () => {
  for (const [today, by, why] of CASES)
    it(`M14 on ${today} overdue letters are due by ${by}: ${why}`, () => {
      assert.equal(cleanUpDay(today as Day), by);
    });

  it("M14 is a Friday from today on, and no other Friday of its month comes after it", () => {
    const days = fc.date({ min: new Date("1971-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const today = date.toISOString().slice(0, 10) as Day;
        const by = new Date(cleanUpDay(today));
        assert.equal(by.getUTCDay(), 5);
        assert.ok(by.toISOString().slice(0, 10) >= today);
        assert.notEqual(new Date(by.getTime() + 7 * 86_400_000).getUTCMonth(), by.getUTCMonth());
      }),
    );
  });
});
