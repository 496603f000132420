import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { ScopeCounter, tabulate } from "#core/report/counting/tabulate.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { listCounted } from "#core/report/tracing/list-counted.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { compiled, REPORT_DAY, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);

describe("numbers and lists of 2017", () => {
  it("R5b every generated cell is as large as its list, for any part of the tree", () => {
    const some = fc.subarray(REPORT_UNITS.map(({ id }) => id));
    fc.assert(
      fc.property(reportMembers, some, (people, units) => {
        const scope = new Set(units);
        const cache = new ConditionCache(SET, somePopulations(SET, people, { units: REPORT_UNITS }), REPORT_DAY);
        const tracing = { compiled: SET, cache, counter: new ScopeCounter(cache, scope), shown: [] };
        const values = tabulate(SET, cache, scope);
        for (const { definition, cells } of SET.tables)
          for (const { cell, counted } of cells) {
            if (!counted) continue;
            const { rows } = listCounted(counted, tracing);
            const { sumOf } = counted;
            const number =
              sumOf === null ? rows.length : rows.reduce((sum, { facts }) => sum + Number(facts[sumOf] ?? 0), 0);
            assert.equal(values.get(`${definition.no}!${cell}`), number, `${definition.no}!${cell}`);
            assert.ok(rows.every(({ unitId }) => scope.has(unitId)));
          }
      }),
      { numRuns: 5 },
    );
  });
});
