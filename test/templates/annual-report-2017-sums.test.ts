import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { runChecks, type CheckFinding } from "#core/report/check/run-checks.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { compiled, REPORT_DAY, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);

/** 需说明, but of parts and totals of complete records: these hold too. */
const SUMS = /^(?:D-|X-08|T11-2|T14-1|T5-10|T6-10|T29-1|T30-1|T33-|T37-|T41-2)/u;

/** So that the checks say something. */
const SEEN = "1!A1 1!A3 1!A10 1!A16 2!A1 8!A3 10!A1 12!A1 14!A2 16!A1 18!A1 24!A1 43!A1".split(" ");

describe("tables of 2017 over complete records", () => {
  it("R4 meet every check: totals with their parts, tables with each other", () => {
    const units = new Set(REPORT_UNITS.map(({ id }) => id));
    const seen = new Set<string>();
    fc.assert(
      fc.property(reportMembers, (people) => {
        const cache = new ConditionCache(SET, somePopulations(SET, people, { units: REPORT_UNITS }), REPORT_DAY);
        const known = { generated: tabulate(SET, cache, units), entered: new Map(), lastYear: () => null };
        const values = completeValues(SET, known);
        const found = runChecks(SET.set.checks, SET, (table, cell, lastYear) =>
          lastYear ? null : (values.get(`${table}!${cell}`) ?? null),
        );
        assert.deepEqual(found.filter(isFault).map(told), []);
        for (const [key, value] of values) if (value > 0) seen.add(key);
      }),
      { numRuns: 8, endOnFailure: true },
    );
    for (const cell of SEEN) assert.ok(seen.has(cell), `${cell} was never more than 0`);
  });
});

function isFault({ check }: CheckFinding): boolean {
  return check.severity === "error" || SUMS.test(check.code);
}

function told({ check, line, left, right }: CheckFinding): string {
  return `${check.code} ${line}: ${left}, ${right}; ${check.text}`;
}
