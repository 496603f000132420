import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { toId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { drillView } from "#service/usecases/report/tracing/drill-cell.ts";
import { unitsBelow, type TracedReport, type TracedUnit } from "#service/usecases/report/tracing/traced-report.ts";
import { loadCatalogueData } from "#service/shipped/shipped-records.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import { aSet, REPORT_DAY, somePopulations } from "#test/builders/report.ts";

const SET = aSet([
  `表 1 甲
统计 人员
列
A | 总数 | 全部
行
1 | 在册党员 | 在册
2 | 女 | 性别 = 女
3 | 转入 | [变动] 变动方式 = 转入组织关系
4 | 转走 | [变动] 变动方式 = 转出组织关系
5 | 手工 | 手填：没有来源
6 | 上年底 | = 上年(A1)
7 | 本年增加 | = 行3 + 行5
8 | 本年底 | = 行6 + 行7 - 行4
9 | 两倍 | = 行8 * 2
10 | 比上年 | = 行1 - 上年(A1) - 上年(A3)
11 | 手工二 | 手填：没有来源
12 | 连手工 | = 行1 + 行5 + 行11`,
]);
const CELLS = ["A1", "A2", "A3", "A4", "A6", "A7", "A8", "A9", "A10"].map((cell) => `1!${cell}`);
/** top, with branches of its own, and a part that has some, too. */
const PARENTS: Readonly<Record<string, string | null>> = {
  ...{ top: null, own: "top", left: "top", right: "top", "left-1": "left", "left-2": "left" },
};
const UNITS: readonly TracedUnit[] = Object.entries(PARENTS).map(([id, parentId]) => ({
  ...{ id, parentId, code: id, name: id },
}));
const PLACES = [...UNITS.map(({ id }) => id), "elsewhere"];

/** Who belonged to one unit after another, each move on a day of the year. */
const people: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record({
      sex: fc.constantFrom("1", "2"),
      path: fc.array(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map(({ sex, path }, index) => movedPerson(`per_${index}`, sex, path)));

function movedPerson(id: string, sex: string, path: readonly string[]): Person {
  const joined = { joinedOn: "2015-06-01", convertedOn: "2016-06-01" };
  const days = ["2016-06-01", "2025-02-01", "2025-05-01", "2025-09-01"];
  const belongings = path.map((unit, at) => {
    const until = at < path.length - 1 ? { until: days[at + 1] ?? "" } : {};
    return { ...aBelonging({ unit, from: days[at] ?? "", ...until }), id: toId<never>(`${id}-${at}`) };
  });
  return { ...aPerson({ id, facts: { ...joined, sex } }), belongings };
}

const LAST_YEAR = new Map([
  ["1!A1", 20],
  ["1!A3", 3],
]);
/** Accepted reports, or opening figures, of some units below. */
const LAST_YEARS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ["left", new Map([["1!A1", 8]])],
  ["right", new Map([["1!A3", 2]])],
  ["left-1", new Map([["1!A1", 5]])],
]);
const NONE: typeof LAST_YEARS = new Map();

function tracedReport(found: readonly Person[], below = NONE): TracedReport {
  return {
    key: { setId: "x", unitId: toId("top"), on: REPORT_DAY },
    ...{ compiled: SET, cache: new ConditionCache(SET, somePopulations(SET, found), REPORT_DAY), frozen: false },
    units: new Map(UNITS.map((unit) => [unit.id, unit])),
    filled: new Map([["1!A5", 7]]),
    lastYear: LAST_YEAR,
    lastYearOf: async (unit) => await Promise.resolve(below.get(unit)),
    maskedIds: async () => await Promise.resolve(new Map()),
  };
}

const data = await loadCatalogueData(SHIPPED);
const services = { reportSets: { data, ids: [], open: () => assert.fail("no form is opened") } };

describe("what a number is made of", () => {
  it("R5 R13 units below, the unit's own part, moves between them, filled in and last year's add up to it", async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom(...CELLS), fc.constantFrom("top", "left"), async (found, cell, unit) => {
        const traced = tracedReport(found, LAST_YEARS);
        const drilled = await drillView(services, traced, { cell, unit });
        if (!drilled.ok) return assert.fail(drilled.refusal.code);
        const { value, units, beside, terms } = drilled.value;
        assert.equal(value, generatedOf(traced, unit).get(cell) ?? 0);
        if (units.length > 0) assert.equal(total(units) + total(beside), value, JSON.stringify(drilled.value));
        if (terms.length > 0)
          assert.equal(total(terms.map((term) => ({ value: term.sign * term.value }))), value, cell);
      }),
      { numRuns: 300 },
    );
  });

  it("R5 R13 each part is told by its name: own, between them, filled in for the whole, last year's", async () => {
    const found = [
      movedPerson("a", "1", ["left-1"]),
      movedPerson("b", "1", ["left-1", "right"]),
      movedPerson("c", "1", ["elsewhere", "top"]),
    ];
    const partsOf = async (cell: string) => {
      const drilled = await drillView(services, tracedReport(found), { cell });
      return drilled.ok ? drilled.value : assert.fail(drilled.refusal.code);
    };
    const came = await partsOf("1!A3");
    assert.deepEqual(came.beside, [
      { kind: "own", value: 1 },
      { kind: "between", value: -1 },
    ]);
    assert.deepEqual([came.value, came.units.map(({ name, value }) => [name, value])], [1, [["right", 1]]]);
    const now = await partsOf("1!A8");
    assert.equal(now.value, 20 + 1 + 7);
    assert.deepEqual(now.beside, [
      { kind: "own", value: 1 },
      { kind: "filled", value: 7 },
      { kind: "last-year", value: 20 },
    ]);
    const grown = await partsOf("1!A10");
    assert.deepEqual(
      grown.terms.map(({ sign, value, lastYear = false }) => [sign, value, lastYear]),
      [
        [1, 3, false],
        [-1, 20, true],
        [-1, 3, true],
      ],
    );
  });

  it("R5 what was filled in is told in hundredths, whatever adding leaves behind them", async () => {
    const traced = tracedReport([movedPerson("a", "1", ["left-1"])]);
    const filled = new Map([
      ["1!A5", 0.1],
      ["1!A11", 0.2],
    ]);
    const drilled = await drillView(services, { ...traced, filled }, { cell: "1!A12" });
    if (!drilled.ok) return assert.fail(drilled.refusal.code);
    assert.deepEqual([drilled.value.value, drilled.value.beside], [1.3, [{ kind: "filled", value: 0.3 }]]);
  });

  it("R5 R14 a unit below is looked into with its own numbers of last year, and above stands what one then finds", async () => {
    const traced = tracedReport([movedPerson("a", "1", ["left-1"]), movedPerson("b", "1", ["right"])], LAST_YEARS);
    const drill = async (unit: string) => {
      const drilled = await drillView(services, traced, { cell: "1!A10", unit });
      return drilled.ok ? drilled.value : assert.fail(drilled.refusal.code);
    };
    const top = await drill("top");
    assert.deepEqual(
      top.units.map(({ unitId, value }) => [unitId, value]),
      [
        ["left", 1 - 8],
        ["right", 1 - 2],
      ],
    );
    assert.equal(total(top.units) + total(top.beside), top.value);
    for (const { unitId, value } of top.units) assert.equal((await drill(unitId)).value, value, unitId);
    assert.deepEqual(
      (await drill("left")).terms.map(({ cell, value, lastYear = false }) => [cell, value, lastYear]),
      [
        ["1!A1", 1, false],
        ["1!A1", 8, true],
        ["1!A3", 0, true],
      ],
    );
  });

  it("R5 of a unit below whose last year nobody knows, its numbers are not told as none", async () => {
    const traced = tracedReport([movedPerson("a", "1", ["left-1"])]);
    const drilled = await drillView(services, traced, { cell: "1!A10", unit: "left" });
    if (!drilled.ok) return assert.fail(drilled.refusal.code);
    assert.deepEqual(
      drilled.value.terms.map(({ cell, value, lastYear = false }) => [cell, value, lastYear]),
      [["1!A1", 1, false]],
    );
  });
});

/** As the report itself counts and computes. */
function generatedOf(traced: TracedReport, unit: string): ReadonlyMap<string, number> {
  const units = unitsBelow(traced, unit) ?? new Set();
  const isWhole = unit === "top";
  const lastYear = isWhole ? traced.lastYear : LAST_YEARS.get(unit);
  return completeValues(SET, {
    generated: tabulate(SET, traced.cache, units),
    entered: isWhole ? traced.filled : new Map(),
    lastYear: (table, cell) => lastYear?.get(`${table}!${cell}`) ?? null,
  });
}

function total(parts: readonly { readonly value: number }[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
