import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { compareValues } from "#core/report/comparing/compare-values.ts";
import { lastYearCells } from "#core/report/comparing/last-year-cells.ts";
import { aSet } from "#test/builders/report.ts";
import { tableText } from "#test/builders/report-definition.ts";

describe("two years side by side", () => {
  it("R6 largest changes first, with their share; what was nothing has none, what is not known comes last", () => {
    const now = new Map([
      ["1!A1", 12],
      ["1!A2", 3],
      ["1!A3", 0],
      ["1!A4", 1.1],
      ["1!A6", 4],
    ]);
    const before = new Map([
      ["1!A1", 8],
      ["1!A2", 12],
      ["1!A3", 0],
      ["1!A5", 2],
      ["1!A6", 0],
    ]);
    assert.deepEqual(compareValues(["1!A1", "1!A2", "1!A3", "1!A4", "1!A5", "1!A6"], now, before), [
      { cell: "1!A2", now: 3, before: 12, difference: -9, share: -75 },
      { cell: "1!A1", now: 12, before: 8, difference: 4, share: 50 },
      { cell: "1!A6", now: 4, before: 0, difference: 4, share: null },
      { cell: "1!A5", now: 0, before: 2, difference: -2, share: -100 },
      { cell: "1!A4", now: 1.1, before: null, difference: null, share: null },
    ]);
  });

  it("R6 every change is there once, and no smaller one stands before a larger", () => {
    const values = fc.dictionary(fc.constantFrom("1!A1", "1!A2", "1!A3", "2!A1"), fc.nat(50));
    fc.assert(
      fc.property(values, values, (first, second) => {
        const [now, before] = [new Map(Object.entries(first)), new Map(Object.entries(second))];
        const rows = compareValues(["1!A1", "1!A2", "1!A3", "2!A1"], now, before);
        assert.equal(new Set(rows.map(({ cell }) => cell)).size, rows.length);
        for (const { cell, difference } of rows)
          assert.equal(difference, before.has(cell) ? (now.get(cell) ?? 0) - (before.get(cell) ?? 0) : null);
        const sizes = rows.map(({ difference }) => (difference === null ? -1 : Math.abs(difference)));
        assert.deepEqual(
          sizes,
          sizes.toSorted((a, b) => b - a),
        );
      }),
    );
  });

  it("R6 knows the cells of last year that a form reads", () => {
    const set = aSet([tableText({ rows: "1 | 总计 | 全部\n2 | 上年底 | = 上年(1!A1) + 上年(1!B1)" })]);
    assert.deepEqual([...lastYearCells(set)].toSorted(), ["1!A1", "1!B1"]);
  });
});
