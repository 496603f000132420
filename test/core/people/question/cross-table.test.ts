import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { crossTable, keyOf, parseDimension, type Dimension } from "#core/people/question/cross-table.ts";
import { subjectFacts } from "#core/people/question/computed-facts.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Day } from "#core/kernel/instant.ts";
import { aPerson } from "#test/builders/person.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const people = vocabularyOf(catalogue, "person");

function dimension(text: string): Dimension {
  const read = parseDimension(text, people);
  assert.ok(read.ok, text);
  return read.value;
}

describe("cross-table", () => {
  it("M22 counts by two fields, numbers in bands, dates by year", () => {
    const facts = [
      { sex: "1", age: "30", joinedOn: "2015-06-01" },
      { sex: "1", age: "31", joinedOn: "2015-07" },
      { sex: "2", age: "36", joinedOn: "2016-06-01" },
      { sex: "2" },
    ];
    const table = crossTable(facts, dimension("年龄(35, 30)"), dimension("性别"));
    assert.deepEqual(table.rows, ["0-30", "31-35", "36-", ""]);
    assert.deepEqual(table.columns, ["1", "2"]);
    assert.deepEqual(table.counts, [
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    assert.deepEqual(table.rowTotals, [1, 1, 1, 1]);
    assert.deepEqual(table.columnTotals, [2, 2]);
    assert.deepEqual(crossTable(facts, dimension("入党日期"), dimension("性别")).rows, ["2015", "2016", ""]);
  });

  it("M22 every record is counted once", () => {
    const facts = fc.array(fc.record({ sex: fc.constantFrom("1", "2", ""), age: fc.nat(90).map(String) }));
    fc.assert(
      fc.property(facts, (all) => {
        const by = [dimension("性别"), dimension("年龄（30、60）")] as const;
        const table = crossTable(all, ...by);
        assert.equal(table.total, all.length);
        for (const [r, row] of table.rows.entries()) {
          for (const [c, column] of table.columns.entries()) {
            const counted = all.filter((each) => keyOf(each, by[0]) === row && keyOf(each, by[1]) === column).length;
            assert.equal(table.counts[r]?.[c], counted);
          }
        }
      }),
    );
  });

  it("M22 refuses what it cannot count by", () => {
    const problem = (text: string) => {
      const read = parseDimension(text, people);
      return read.ok ? "" : read.refusal.problem;
    };
    assert.equal(problem("星座"), "unknown-field");
    assert.equal(problem("性别(1,2)"), "no-order");
    assert.equal(problem("民主评议结果"), "year-needed");
  });

  it("M16a M22 what is computed is computed for the day", () => {
    const options = { lists: listFieldsOf(catalogue.person), probationMonths: 12, more: { unit: "第一支部" } };
    const on = (day: string) => subjectFacts(aPerson(), day as Day, options);
    assert.equal(on("2026-01-01")["stage"], "probationary");
    assert.equal(on("2026-01-01")["probationDue"], "2026-06-01");
    assert.equal(on("2026-01-01")["age"], "25");
    assert.equal(on("2026-01-02")["age"], "26");
    assert.equal(on("2026-11-22")["stage"], "full");
    assert.equal(on("2026-11-22")["partyYears"], "0");
    assert.equal(on("2027-06-01")["partyYears"], "1");
    assert.equal(on("2026-11-22")["probationDue"], undefined);
    assert.equal(on("2020-01-01")["stage"], undefined);
    assert.equal(on("2026-11-22")["unit"], "第一支部");
  });
});
