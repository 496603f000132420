import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Person } from "#core/people/person/person.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { isUnexplained, rollUp, type RollupFacts, type RollupPart } from "#core/report/rollup/roll-up.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import { aSet, REPORT_DAY, somePopulations } from "#test/builders/report.ts";

const SET = aSet([
  `表 1 变化
统计 变动
其中 全部
列
A | 人数 | 全部
行
1 | 上年底 | [期初] 全部
2 | 增加 | 变动方式 = 本期增加
3 | 减少 | 变动方式 = 本期减少
4 | 本年底 | [人员] 在册
5 | 应有 | = 行1 + 行2 - 行3
6 | 经费 | 手填：经费不在记录中
7 | 平均 | 手填：经费不在记录中
汇总
A7 | 不汇总`,
]);

/** Two general branches with two branches each, and a branch of the committee's own. */
const CHILDREN = { g1: ["g1", "a", "b"], g2: ["g2", "c", "d"] } as const;
const OWN = ["top", "e"];
const WHOLE = new Set<string>([...CHILDREN.g1, ...CHILDREN.g2, ...OWN]);
const BRANCHES = ["a", "b", "c", "d", "e", "elsewhere"];

const histories = fc.array(fc.array(fc.constantFrom(...BRANCHES), { minLength: 1, maxLength: 3 }), { maxLength: 40 });

/** Kept by one branch after the other, from before the year on. */
function personOf(branches: readonly string[], index: number): Person {
  const person = aPerson({
    id: `per_${index}`,
    stage: "full",
    facts: { joinedOn: "2010-01-01", convertedOn: "2011-01-01" },
  });
  const days = ["2020-01-01", "2025-03-01", "2025-08-01"];
  const belongings = branches.map((unit, at) =>
    aBelonging({
      ...{ id: `pos_${index}_${at}`, unit, from: days[at] ?? "" },
      ...(at + 1 < branches.length ? { until: days[at + 1] ?? "" } : {}),
    }),
  );
  return { ...person, belongings };
}

function factsOf(people: readonly Person[], told: (part: RollupPart) => RollupPart = (part) => part): RollupFacts {
  const cache = new ConditionCache(SET, somePopulations(SET, people), REPORT_DAY);
  const values = (units: Iterable<string>) => tabulate(SET, cache, new Set(units));
  const complete = (units: Iterable<string>) =>
    completeValues(SET, { generated: values(units), entered: new Map(), lastYear: () => null });
  return {
    computed: values(WHOLE),
    own: values(OWN),
    entered: new Map(),
    allInParts: false,
    parts: Object.entries(CHILDREN).map(([unitId, units]) =>
      told({ unitId, told: complete(units), computed: values(units), forced: new Map() }),
    ),
  };
}

describe("two ways to one number", () => {
  it("R13 what everybody hands in as it is adds up to what the records say, whoever moved where", () => {
    fc.assert(
      fc.property(histories, (all) => {
        assert.deepEqual(rollUp(SET, factsOf(all.map(personOf))), []);
      }),
    );
  });

  it("R13 whoever went from one unit below to another is taken off once", () => {
    const facts = factsOf([personOf(["a", "c"], 0), personOf(["a", "b"], 1), personOf(["elsewhere", "d"], 2)]);
    const told = (cell: string) => facts.parts.map((part) => part.told.get(cell) ?? 0);
    assert.deepEqual(told("1!A2"), [0, 2]);
    assert.deepEqual(told("1!A3"), [1, 0]);
    assert.equal(facts.computed.get("1!A2"), 1);
    assert.equal(facts.computed.get("1!A3"), 0);
    assert.deepEqual(rollUp(SET, facts), []);
  });

  it("R13 a difference has exactly the units that cause it, largest first; overrides explain their part", () => {
    const forced = fc.record({
      unit: fc.constantFrom("g1", "g2"),
      by: fc.integer({ min: -3, max: 3 }),
      listed: fc.boolean(),
    });
    fc.assert(
      fc.property(histories, fc.array(forced, { maxLength: 2 }), (all, changes) => {
        const byUnit = new Map(changes.map((change) => [change.unit, change]));
        const facts = factsOf(all.map(personOf), (part) => {
          const change = byUnit.get(part.unitId as "g1" | "g2");
          if (!change) return part;
          const was = part.told.get("1!A4") ?? 0;
          const told = new Map([...part.told, ["1!A4", was + change.by]]);
          return { ...part, told, forced: change.listed ? new Map([["1!A4", was]]) : new Map<string, number>() };
        });
        const moved = [...byUnit.values()].filter(({ by }) => by !== 0);
        const sum = moved.reduce((total, { by }) => total + by, 0);
        const listed = moved.filter((change) => change.listed).reduce((total, { by }) => total + by, 0);
        const [difference, ...more] = rollUp(SET, facts);
        assert.deepEqual(more, []);
        assert.equal(difference === undefined, sum === 0);
        if (difference === undefined) return;
        assert.equal(difference.cell, "1!A4");
        assert.equal(difference.summed - difference.computed, sum);
        assert.equal(difference.explained, listed);
        assert.equal(isUnexplained(difference), sum !== listed);
        assert.deepEqual(new Set(difference.units.map(({ unitId }) => unitId)), new Set(moved.map(({ unit }) => unit)));
        const sizes = difference.units.map((unit) => Math.abs(unit.told - unit.computed));
        assert.deepEqual(
          sizes,
          sizes.toSorted((a, b) => b - a),
        );
      }),
    );
  });

  it("R13 a manual number is the sum of theirs, or more where the unit has branches of its own; averages are left alone", () => {
    const facts = factsOf([], (part) => ({
      ...part,
      told: new Map([
        ["1!A6", 2],
        ["1!A7", 9],
      ]),
    }));
    const entered = (value: number) =>
      new Map([
        ["1!A6", value],
        ["1!A7", 1],
      ]);
    const cells = (given: Partial<RollupFacts>) => rollUp(SET, { ...facts, ...given }).map(({ cell }) => cell);
    assert.deepEqual(cells({ entered: entered(5) }), []);
    assert.deepEqual(cells({ entered: entered(3) }), ["1!A6"]);
    assert.deepEqual(cells({ entered: entered(5), allInParts: true }), ["1!A6"]);
    assert.deepEqual(cells({ entered: entered(4), allInParts: true }), []);
    assert.deepEqual(cells({}), [], "not entered yet: the gate says so");
  });

  it("R13 a unit without reporting units below has nothing to add up", () => {
    assert.deepEqual(rollUp(SET, { ...factsOf([]), computed: new Map([["1!A4", 7]]), parts: [] }), []);
  });
});
