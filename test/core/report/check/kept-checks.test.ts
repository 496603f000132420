import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { KeptChecks } from "#core/report/check/kept-checks.ts";
import { runChecks } from "#core/report/check/run-checks.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { compiled } from "#test/builders/report.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);
const KEYS = SET.tables.flatMap(({ definition, cells }) => cells.map(({ cell }) => `${definition.no}!${cell}`));
const number = fc.option(fc.integer({ min: 0, max: 5 }));
const written = fc.array(fc.tuple(fc.constantFrom(...KEYS), number), { maxLength: 400 });

describe("checks that are kept", () => {
  it("R4 find after each change what all checks find that are run anew", () => {
    fc.assert(
      fc.property(written, fc.array(written, { minLength: 1, maxLength: 5 }), (lastYear, changes) => {
        const last = valuesOf(lastYear);
        const kept = new KeptChecks(SET, last);
        let values: ReadonlyMap<string, number> = new Map();
        for (const change of changes) {
          values = valuesOf([...values, ...change]);
          const now = values;
          const all = runChecks(SET.set.checks, SET, (table, cell, ofLastYear) => {
            const key = `${table}!${cell}`;
            return (ofLastYear ? last : now).get(key) ?? null;
          });
          assert.deepEqual(kept.run(values), all);
          assert.deepEqual(kept.run(new Map(values)), all);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function valuesOf(entries: Iterable<readonly [string, number | null]>): ReadonlyMap<string, number> {
  return new Map([...new Map(entries)].flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
