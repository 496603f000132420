import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { runChecks } from "#core/report/check/run-checks.ts";
import { KeptReport } from "#core/report/counting/kept-report.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { keptFindings } from "#service/usecases/report/numbers/kept-findings.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { compiled, REPORT_DAY, somePopulations } from "#test/builders/report.ts";

type Values = ReadonlyMap<string, number>;

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);
const KEYS = SET.tables.flatMap(({ definition, cells }) => cells.map(({ cell }) => `${definition.no}!${cell}`));
const numbers = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 5 })), { maxLength: 300 })
  .map((entries): Values => new Map(entries));
/** Units ask by turns; last year's numbers are loaded anew, the same or others. */
const asking = fc.record({ unit: fc.integer({ min: 0, max: 40 }), values: numbers, lastYear: fc.nat(2) });

describe("findings of reports that are open", () => {
  it("R4 R10 are those of all checks run anew, whichever units ask in between and whatever last year becomes", () => {
    fc.assert(
      fc.property(
        fc.array(asking, { minLength: 2, maxLength: 60 }),
        fc.array(numbers, { minLength: 3, maxLength: 3 }),
        (all, years) => {
          const kept = new KeptReport(SET, somePopulations(SET, []), REPORT_DAY);
          for (const { unit, values, lastYear: year } of all) {
            const lastYear: Values = new Map(years[year]);
            const key = { setId: "2017", unitId: toId<UnitId>(`unit_${unit % 3 === 0 ? unit : 1}`), on: REPORT_DAY };
            const anew = runChecks(SET.set.checks, SET, (table, cell, ofLastYear) => {
              return (ofLastYear ? lastYear : values).get(`${table}!${cell}`) ?? null;
            });
            assert.deepEqual(keptFindings({ key, kept, compiled: SET }, { values, lastYear }), anew);
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});
