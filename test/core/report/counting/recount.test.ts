import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { ScopeCounter, tabulate } from "#core/report/counting/tabulate.ts";
import { contrast } from "#core/report/tracing/contrast.ts";
import { listCounted } from "#core/report/tracing/list-counted.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import { aSet, countedCell, REPORT_DAY, somePopulations } from "#test/builders/report.ts";

/** Sex by age, education and post: what tables 2 to 4 are made of. */
const SET = aSet([
  `表 1 甲
统计 人员
其中 在册 且 人员类别 属于 (预备党员, 正式党员)
列
A | 总数 | 全部
B | 女 | 性别 = 女
C | 30岁及以下 | 年龄 <= 30
D | 31岁至60岁 | 年龄 在 31 至 60
行
1 | 总计 | 全部
2 | 学生 | 工作岗位 = 学生
3 | 研究生且晚入党 | 学历 = 研究生 且 入党日期 > 2024-06
4 | 非学生 | 非 工作岗位 = 学生`,
]);

const people = fc.array(
  fc.record({
    sex: fc.constantFrom("1", "2", ""),
    born: fc.integer({ min: 1940, max: 2006 }),
    education: fc.constantFrom("11", "14", "21", "31", "61", ""),
    occupation: fc.constantFrom("50", "13", "62", ""),
    joined: fc.constantFrom("2020-05-04", "2024-06", "2024-07-01", "2025-03-02", "2026-02-01"),
    unit: fc.constantFrom("u1", "u2", "u3"),
  }),
  { maxLength: 70 },
);
type Drawn = (typeof people extends fc.Arbitrary<infer T> ? T : never)[number];

function personOf(drawn: Drawn, index: number): Person {
  const given: Record<string, string | number> = { ...drawn, birthDate: `${drawn.born}-07-01`, joinedOn: drawn.joined };
  const facts: Facts = Object.fromEntries(
    ["sex", "education", "occupation", "birthDate", "joinedOn"].map((key) => [key, String(given[key] ?? "")]),
  );
  const person = aPerson({ id: `per_${index}`, stage: "probationary", facts });
  const kept = Object.fromEntries(Object.entries(person.facts).filter(([, value]) => value !== ""));
  return { ...person, facts: kept, belongings: [aBelonging({ unit: drawn.unit, from: "2020-01-01" })] };
}

/** From the rule's words, not from the code: who is counted in which row and column on 31 December 2025. */
const AGE = (drawn: Drawn): number => 2025 - drawn.born;
const IS_MEMBER = (drawn: Drawn): boolean => drawn.joined !== "2026-02-01";
const ROWS: readonly ((drawn: Drawn) => boolean)[] = [
  () => true,
  ({ occupation }) => occupation === "50",
  ({ education, joined }) => ["11", "14"].includes(education) && joined >= "2024-07-01",
  ({ occupation }) => occupation !== "50",
];
const COLUMNS: readonly ((drawn: Drawn) => boolean)[] = [
  () => true,
  ({ sex }) => sex === "2",
  (drawn) => AGE(drawn) <= 30,
  (drawn) => AGE(drawn) >= 31 && AGE(drawn) <= 60,
];

describe("the numbers of a table", () => {
  it("R2 R5b are those of a count in plain loops, and as many as their lists", () => {
    fc.assert(
      fc.property(people, fc.subarray(["u1", "u2", "u3"]), (drawn, units) => {
        const scope = new Set(units);
        const cache = new ConditionCache(SET, somePopulations(SET, drawn.map(personOf)), REPORT_DAY);
        const values = tabulate(SET, cache, scope);
        const counter = new ScopeCounter(cache, scope);
        const counted = drawn.filter((each) => scope.has(each.unit) && IS_MEMBER(each));
        ROWS.forEach((row, down) =>
          COLUMNS.forEach((column, across) => {
            const cell = `${"ABCD".charAt(across)}${down + 1}`;
            const expected = counted.filter((each) => row(each) && column(each));
            assert.equal(values.get(`1!${cell}`), expected.length, cell);
            const list = listCounted(countedCell(SET, 1, cell), { compiled: SET, cache, counter, shown: ["name"] });
            assert.deepEqual(
              list.rows.map(({ record }) => record),
              drawn.flatMap((each, index) => (expected.includes(each) ? [`per_${index}`] : [])),
            );
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("R5a two cells differ by exactly those who are in one list and not in the other, each with a reason", () => {
    fc.assert(
      fc.property(people, fc.constantFrom("A1", "B2", "C3", "D4"), fc.constantFrom("A2", "B1", "A4"), (drawn, a, b) => {
        const units = new Set(["u1", "u2"]);
        const cache = new ConditionCache(SET, somePopulations(SET, drawn.map(personOf)), REPORT_DAY);
        const tracing = {
          compiled: SET,
          cache,
          counter: new ScopeCounter(cache, units),
          shown: [],
          units,
          most: 1_000,
        };
        const [one, other] = [countedCell(SET, 1, a), countedCell(SET, 1, b)];
        const { onlyFirst, onlySecond, both } = contrast(
          [{ cell: `1!${a}`, counted: one, sign: 1 }],
          [{ cell: `1!${b}`, counted: other, sign: 1 }],
          tracing,
        );
        const values = tabulate(SET, cache, units);
        assert.equal(onlyFirst.rows.length + both, values.get(`1!${a}`));
        assert.equal(onlySecond.rows.length + both, values.get(`1!${b}`));
        assert.ok([...onlyFirst.rows, ...onlySecond.rows].every(({ why }) => why.kind === "condition"));
      }),
      { numRuns: 60 },
    );
  });
});
