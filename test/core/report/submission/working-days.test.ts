import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addDays } from "#core/kernel/day-arithmetic.ts";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import { addWorkingDays, isWorkingDay, readWorkingDays } from "#core/report/submission/working-days.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";

const NONE = { off: new Set<Day>(), on: new Set<Day>() };
const day = (text: string): Day => parseDay(text) ?? assert.fail(text);

describe("working days", () => {
  it("R8 three working days pass over a weekend, before and after the days known", () => {
    assert.equal(addWorkingDays(day("2027-01-06"), 3, NONE), "2027-01-11");
    assert.equal(addWorkingDays(day("2027-01-09"), 3, NONE), "2027-01-13");
    assert.equal(addWorkingDays(day("2019-01-04"), 1, NONE), "2019-01-07");
  });

  it("C4 holidays and weekends at work are data", () => {
    const known = readWorkingDays("# 说明\n休 2027-02-05..2027-02-11 春节\n\n班 2027-02-20\n");
    assert.equal(addWorkingDays(day("2027-02-03"), 3, known), "2027-02-15");
    assert.equal(isWorkingDay(day("2027-02-20"), known), true);
    assert.equal(isWorkingDay(day("2027-02-21"), known), false);
    assert.throws(() => readWorkingDays("休 二月五日"), /no working day/);
  });

  it("R8 the last day is a working day, with exactly as many before it", () => {
    const start = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(day("2027-01-01"), days));
    const off = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 10 });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 10 }), off, (from, count, free) => {
        const known = { off: new Set(free.map((days) => addDays(from, days))), on: new Set<Day>() };
        const last = addWorkingDays(from, count, known);
        let worked = 0;
        for (let each = addDays(from, 1); each <= last; each = addDays(each, 1)) {
          const weekday = new Date(`${each}T00:00:00Z`).getUTCDay();
          if (weekday !== 0 && weekday !== 6 && !known.off.has(each)) worked += 1;
        }
        assert.equal(worked, count);
        assert.equal(isWorkingDay(last, known), true);
      }),
    );
  });

  it("C4 the days that ship can be read, and New Year's Day is none", async () => {
    const shipped = readWorkingDays(await readFile(join(SHIPPED, "calendar", "working-days.txt"), "utf8"));
    assert.equal(isWorkingDay(day("2027-01-01"), shipped), false);
    assert.equal(addWorkingDays(day("2026-12-31"), 3, shipped), "2027-01-06");
  });
});
