import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseDay } from "#core/kernel/instant.ts";
import { isPeriodEnd, periodEnd, periodEndNear } from "#core/report/key/period-end.ts";

describe("the end of a report's period", () => {
  const day = (text: string) => {
    const parsed = parseDay(text);
    assert.ok(parsed);
    return parsed;
  };

  it("R12 a form is made for the end of the year, a half-year form for the end of June", () => {
    assert.equal(periodEnd("year", 2026), "2026-12-31");
    assert.equal(periodEnd("half-year", 2026), "2026-06-30");
    assert.ok(isPeriodEnd("year", day("2026-12-31")) && isPeriodEnd("half-year", day("2026-06-30")));
    assert.ok(!isPeriodEnd("year", day("2026-06-30")) && !isPeriodEnd("half-year", day("2026-12-31")));
  });

  it("R12 before July last year's report is offered, from then on this year's", () => {
    assert.equal(periodEndNear("year", day("2027-01-05")), "2026-12-31");
    assert.equal(periodEndNear("year", day("2027-06-30")), "2026-12-31");
    assert.equal(periodEndNear("year", day("2027-07-01")), "2027-12-31");
    assert.equal(periodEndNear("half-year", day("2027-02-01")), "2026-06-30");
    assert.equal(periodEndNear("half-year", day("2027-07-01")), "2027-06-30");
  });
});
