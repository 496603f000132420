import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { evaluateFormula } from "#core/report/counting/evaluate-formula.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { parseFormula } from "#core/report/formula/parse-formula.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { compiled, REPORT_DAY, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);

/** In every column of a table (rows named), in every row (columns named), or once (cells named). */
type Where = "columns" | "rows" | "cells";
type Check = readonly [tables: readonly number[], where: Where, check: string];

/** Parts and totals that the form's own headings ask for; they hold by definition when every record is complete. */
const CHECKS: readonly Check[] = [
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行1 = 行2 + 行18 + 行20 + 行21 + 行22 + 行23"],
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行2 = 行3 + 行11"],
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行3 = 行4..行9"],
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行11 = 行12..行16"],
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行10 <= 行9"],
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行17 <= 行16"],
  [[2, 3, 4, 16, 18, 19, 20], "columns", "行19 <= 行18"],
  [[2], "rows", "A = F..O"],
  [[3], "rows", "A = B..J"],
  [[4], "rows", "A = B..G"],
  [[5, 6], "columns", "行1 >= 行3..行7"],
  [[7], "columns", "行1 = 行3..行13"],
  [[7], "columns", "行2 <= 行3..行11"],
  [[7], "rows", "B <= A"],
  [[7], "rows", "F <= D"],
  [[8], "rows", "A = C..J"],
  [[8], "columns", "行2 <= 行1"],
  [[8], "columns", "行4 <= 行3"],
  [[8], "columns", "行7 = 行8..行11"],
  [[10, 12], "columns", "行1 = 行4..行7"],
  [[10, 12], "columns", "行1 = 行8..行13"],
  [[10], "rows", "A = B..F + H + I"],
  [[10], "rows", "G <= F"],
  [[11], "rows", "A = B..H"],
  [[11], "columns", "行1 = 行2 + 行3 + 行5..行15"],
  [[12, 13], "rows", "A = B..F"],
  [[13], "columns", "行3 <= 行2"],
  [[14], "rows", "A = G..Q"],
  [[14], "rows", "A = C..F"],
  [[15], "rows", "B = C..G"],
  [[15], "rows", "A = B + H"],
  [[16], "rows", "A = D..I"],
  [[16], "rows", "A = J..O"],
  [[17], "columns", "行1 >= 行2..行5"],
  [[17], "columns", "行6 = 行7..行9"],
  [[17], "columns", "行11 <= 行10"],
  [[17], "columns", "行16 <= 行15"],
  [[18, 19, 20], "rows", "A >= E + F"],
  [[18, 19, 20], "rows", "G >= H + I + J"],
  [[21, 22, 23], "rows", "A = F..H"],
  [[21, 22, 23], "rows", "A >= D + E"],
  [[21], "columns", "行1 = 行2 + 行3 + 行4 + 行6 + 行8 + 行9"],
  [[24], "rows", "A = B..D"],
  [[24], "columns", "行1 = 行4..行10 + 行15"],
  [[24], "columns", "行10 >= 行11..行14"],
  [[24], "columns", "行3 <= 行2"],
  [[25, 26, 28, 29, 30], "columns", "行1 = 行2..行5 + 行8 + 行10 + 行11"],
  [[27], "columns", "行1 = 行3..行6 + 行9..行11"],
  [[26], "rows", "A = G + L"],
  [[43], "columns", "行1 = 行2..行9"],
  [[43], "rows", "A = E..H"],
  [[43], "rows", "A = I..M"],
  [[43], "rows", "A = N..P"],
  [[43], "rows", "A = Q..T"],
  [[43], "rows", "A = U..AA"],
  [[1], "cells", "A17 = 0"],
  [[1], "cells", "A16 = 2!A1"],
  [[1], "cells", "A16 = 3!A1"],
  [[1], "cells", "A16 = 4!A1"],
  [[1], "cells", "A3 = 16!A1"],
  [[1], "cells", "A10 = 10!A1"],
  [[1], "cells", "A10 = 11!A1"],
  [[7], "cells", "A1 = 2!A21"],
  [[7], "cells", "D1 = 16!A21"],
  [[10], "cells", "H1 = 15!G1 + 15!I1"],
];

/** So that the checks say something. */
const SEEN = "1!A1 1!A3 1!A10 1!A16 2!A1 8!A3 10!A1 12!A1 14!A2 16!A1 18!A1 24!A1 43!A1".split(" ");

describe("tables of 2017 over complete records", () => {
  it("R4 agree with each other: every total with its parts, every table with the others", () => {
    const units = new Set(REPORT_UNITS.map(({ id }) => id));
    const seen = new Set<string>();
    fc.assert(
      fc.property(reportMembers, (people) => {
        const cache = new ConditionCache(SET, somePopulations(SET, people, { units: REPORT_UNITS }), REPORT_DAY);
        const known = { generated: tabulate(SET, cache, units), entered: new Map(), lastYear: () => null };
        const values = completeValues(SET, known);
        for (const check of CHECKS) for (const place of placesOf(check)) holds(values, place, check[2]);
        for (const [key, value] of values) if (value > 0) seen.add(key);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    for (const cell of SEEN) assert.ok(seen.has(cell), `${cell} was never more than 0`);
  });
});

interface Place {
  readonly table: number;
  readonly cell: string;
}

function placesOf([tables, where]: Check): readonly Place[] {
  return tables.flatMap((no): readonly Place[] => {
    const table = SET.set.tables[no - 1];
    assert.ok(table);
    if (where === "columns") return table.columns.map(({ id }) => ({ table: no, cell: `${id}1` }));
    if (where === "rows") return table.rows.map((row) => ({ table: no, cell: `A${row.no}` }));
    return [{ table: no, cell: "A1" }];
  });
}

function holds(values: ReadonlyMap<string, number>, place: Place, check: string) {
  const [, left = "", sign = "", right = ""] = /^(.*?) (=|<=|>=) (.*)$/u.exec(check) ?? [];
  const [a, b] = [left, right].map((text) => {
    const formula = parseFormula(text);
    assert.ok(formula.ok, check);
    return evaluateFormula(formula.value, place, (table, cell) => values.get(`${table}!${cell}`) ?? null);
  });
  const difference = (a ?? 0) - (b ?? 0);
  const isTrue = sign === "=" ? difference === 0 : sign === "<=" ? difference <= 0 : difference >= 0;
  assert.ok(isTrue, `${place.table}!${place.cell}: ${check}, ${a} and ${b}`);
}
