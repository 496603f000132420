import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addDays } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { fromAdmission } from "#core/report/population/from-admission.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { movementsOf } from "#core/report/population/movement-rows.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import { aSet, REPORT_DAY, REPORT_PERIOD, somePopulations } from "#test/builders/report.ts";

const TABLE_1 = aSet([
  `表 1 党员数量变化情况
统计 变动
列
A | 人数 | 全部
行
1 | 上年底总数 | [期初] 全部
2 | 本年增加 | = 行3 + 行4 + 行5
3 | 发展党员 | 变动方式 = 发展党员
4 | 恢复党籍 | 变动方式 = 恢复党籍
5 | 转入 | 变动方式 = 转入组织关系
6 | 本年减少 | = 行7..行10
7 | 出党 | 变动方式 = 出党
8 | 停止党籍 | 变动方式 = 停止党籍
9 | 死亡 | 变动方式 = 死亡
10 | 转出 | 变动方式 = 转出组织关系
11 | 年底应有数 | = 行1 + 行2 - 行6
12 | 年底实有数 | [人员] 在册 且 人员类别 属于 (预备党员, 正式党员)`,
]);

/** A life of memberships: each lasts some days in one unit, is followed at once or after a gap, and may last still. */
const life = fc.record({
  /** Whether he was moved again on the day he came, before which a row stays that lasted no day. */
  corrected: fc.boolean(),
  /** Which of his memberships begins on the day that his admission was corrected to. */
  joined: fc.nat(4),
  begin: fc.integer({ min: 0, max: 800 }),
  spells: fc.array(
    fc.record({
      unit: fc.constantFrom("u1", "u2", "u3"),
      days: fc.integer({ min: 1, max: 300 }),
      gap: fc.constantFrom(0, 0, 0, 40),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  isOpen: fc.boolean(),
});
const START = "2024-01-01" as Day;

function personOf(
  { begin, spells, isOpen, corrected, joined }: typeof life extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): Person {
  let at = begin;
  const lasting = spells.map(({ unit, days, gap }, place) => {
    const from = addDays(START, at);
    const until = addDays(START, at + days);
    at += days + gap;
    const lasts = isOpen && place === spells.length - 1;
    return aBelonging({ id: `pos_${index}_${place}`, unit, from, ...(lasts ? {} : { until }) });
  });
  const again = corrected
    ? lasting.map(({ from }, place) => aBelonging({ id: `pos_${index}_${place}_0`, unit: "u3", from, until: from }))
    : [];
  const belongings = [...lasting, ...again];
  const admitted = lasting[joined]?.from ?? "";
  const facts = { joinedOn: admitted !== "" && admitted <= REPORT_DAY ? admitted : (lasting[0]?.from ?? "") };
  return { ...aPerson({ id: `per_${index}`, stage: "probationary", facts }), belongings };
}

function valuesOf(people: readonly Person[], units: ReadonlySet<string>): ReadonlyMap<string, number> {
  const cache = new ConditionCache(TABLE_1, somePopulations(TABLE_1, people), REPORT_DAY);
  const generated = tabulate(TABLE_1, cache, units);
  return completeValues(TABLE_1, { generated, entered: new Map(), lastYear: () => null });
}

describe("the movements of a year", () => {
  it("R2 R13 last year's members, those who came and those who went give this year's, for every part of the tree", () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 25 }), fc.subarray(["u1", "u2", "u3"]), (lives, units) => {
        const values = valuesOf(lives.map(personOf), new Set(units));
        assert.equal(values.get("1!A11"), values.get("1!A12"));
      }),
    );
  });

  it("R13 a move between two units counts for each of them and not for both together", () => {
    const [move] = ["2025-05-04"];
    const belongings = [
      aBelonging({ id: "pos_1", unit: "u1", from: "2024-01-01", until: move }),
      aBelonging({ id: "pos_2", unit: "u2", from: move }),
    ];
    const person = { ...aPerson({ facts: { joinedOn: "2020-05-04" } }), belongings };
    const moved = (units: readonly string[]) => {
      const values = valuesOf([person], new Set(units));
      return [values.get("1!A5"), values.get("1!A10")];
    };
    assert.deepEqual(
      [moved(["u1"]), moved(["u2"]), moved(["u1", "u2"])],
      [
        [0, 1],
        [1, 0],
        [0, 0],
      ],
    );
  });

  it("R2 who is moved again on the day his membership began came once, and did not go", () => {
    const facts = { joinedOn: "2025-05-04", joinKind: "1" };
    const ids = [
      ["pos_1", "pos_2", "pos_3"],
      ["pos_3", "pos_2", "pos_1"],
    ];
    for (const [first = "", second = "", third = ""] of ids) {
      const belongings = [
        aBelonging({ id: first, unit: "u1", from: "2025-05-04", until: "2025-05-04" }),
        aBelonging({ id: second, unit: "u2", from: "2025-05-04", until: "2025-05-04" }),
        aBelonging({ id: third, unit: "u3", from: "2025-05-04" }),
      ];
      const found = movementsOf({ ...aPerson({ facts }), belongings }, REPORT_PERIOD);
      assert.deepEqual(
        found.map(({ kind, unitId }) => [kind, unitId]),
        [["admitted", "u3"]],
      );
    }
  });

  it("R2 who left and was restored on one day went and came, also in the same unit", () => {
    const left = { leftOn: "2025-05-04", leftKind: "13", restoredOn: "2025-05-04", restoreKind: "2" };
    const belongings = [
      aBelonging({ id: "pos_1", unit: "u1", from: "2021-01-01", until: "2025-05-04" }),
      aBelonging({ id: "pos_2", unit: "u1", from: "2025-05-04" }),
    ];
    const person = { ...aPerson({ facts: { joinedOn: "2021-01-01", ...left } }), belongings };
    assert.deepEqual(
      movementsOf(person, REPORT_PERIOD).map(({ kind }) => kind),
      ["left", "restored"],
    );
  });

  it("R2 only the admission of who joined after his death is none; who is restored or moved in comes", () => {
    const from = (day: string) => aBelonging({ unit: "u1", from: day });
    const kinds = (facts: Record<string, string>, ...belongings: readonly ReturnType<typeof from>[]) =>
      movementsOf({ ...aPerson({ facts: { joinKind: "5", ...facts } }), belongings }, REPORT_PERIOD).map(
        ({ kind }) => kind,
      );
    assert.deepEqual(kinds({ joinedOn: "2025-03-01" }, from("2025-03-01")), []);
    assert.deepEqual(kinds({ joinedOn: "2020-03-01" }, from("2025-03-01")), ["in"]);
  });

  it("R4 whose admission was corrected into the new year is no member at the old year's end, and is admitted in the new one", () => {
    const facts = { joinedOn: "2025-01-08", joinKind: "1" };
    const moves = [
      [aBelonging({ unit: "u1", from: "2024-12-20" })],
      [
        aBelonging({ id: "pos_1", unit: "u2", from: "2024-12-20", until: "2025-03-01" }),
        aBelonging({ id: "pos_2", unit: "u1", from: "2025-03-01" }),
      ],
    ];
    for (const belongings of moves) {
      const person = { ...aPerson({ stage: "probationary", facts }), belongings };
      const values = valuesOf([person], new Set(["u1", "u2"]));
      const told = ["A1", "A3", "A5", "A10", "A11", "A12"].map((cell) => values.get(`1!${cell}`));
      assert.deepEqual(told, [0, 1, 0, 0, 1, 1]);
    }
    const before = { ...aPerson({ stage: "probationary", facts }), belongings: moves[0] ?? [] };
    const then = { period: periodUntil("2024-12-31" as Day) };
    const cache = new ConditionCache(TABLE_1, somePopulations(TABLE_1, [before], then), "2024-12-31" as Day);
    const earlier = tabulate(TABLE_1, cache, new Set(["u1"]));
    assert.deepEqual([earlier.get("1!A3"), earlier.get("1!A12")], [0, 0]);
  });

  it("R2 whose admission was corrected past a move is admitted where he was then, and neither went nor came; an earlier membership stays", () => {
    const facts = { joinedOn: "2025-09-01", joinKind: "1" };
    const earlier = aBelonging({ id: "pos_0", unit: "u3", from: "2018-01-01", until: "2025-01-01" });
    const moved = [
      aBelonging({ id: "pos_1", unit: "u1", from: "2025-02-01", until: "2025-04-01" }),
      aBelonging({ id: "pos_2", unit: "u2", from: "2025-04-01", until: "2025-06-01" }),
      aBelonging({ id: "pos_3", unit: "u1", from: "2025-06-01" }),
    ];
    const person = { ...aPerson({ stage: "probationary", facts }), belongings: moved };
    const told = (units: readonly string[]) => {
      const values = valuesOf([person], new Set(units));
      return ["A1", "A3", "A5", "A10", "A11", "A12"].map((cell) => values.get(`1!${cell}`));
    };
    assert.deepEqual(told(["u1"]), [0, 1, 0, 0, 1, 1]);
    assert.deepEqual(told(["u2"]), [0, 0, 0, 0, 0, 0]);
    const kept = fromAdmission({ ...person, belongings: [earlier, ...moved] }).belongings;
    assert.deepEqual(
      kept.map(({ id, from }) => [id, from]),
      [
        ["pos_0", "2018-01-01"],
        ["pos_3", "2025-09-01"],
      ],
    );
  });

  it("R2 R13 whose admission was corrected to the very day of a move is admitted where he came, and nobody goes or comes", () => {
    const facts = { joinedOn: "2025-05-04", joinKind: "1" };
    const belongings = [
      aBelonging({ id: "pos_1", unit: "u1", from: "2024-02-01", until: "2025-05-04" }),
      aBelonging({ id: "pos_2", unit: "u2", from: "2025-05-04" }),
    ];
    const told = (units: readonly string[], more: Record<string, string> = {}) => {
      const person = { ...aPerson({ stage: "probationary", facts: { ...facts, ...more } }), belongings };
      const values = valuesOf([person], new Set(units));
      return ["A1", "A3", "A5", "A10", "A11", "A12"].map((cell) => values.get(`1!${cell}`));
    };
    assert.deepEqual(told(["u1"]), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(told(["u2"]), [0, 1, 0, 0, 1, 1]);
    assert.deepEqual(told(["u1", "u2"]), [0, 1, 0, 0, 1, 1]);
    assert.deepEqual(told(["u1"], { joinKind: "3" }), [1, 0, 0, 1, 0, 0], "who joins again had been a member");
  });

  it("R2 tells admission, restoring, leaving, death and transfer apart by what the record says", () => {
    const kept = (from: string, until?: string) =>
      aBelonging({ unit: "u1", from, ...(until === undefined ? {} : { until }) });
    const kindsOf = (person: Person) => movementsOf(person, REPORT_PERIOD).map(({ kind }) => kind);
    const who = (facts: Record<string, string>, ...belongings: readonly ReturnType<typeof kept>[]) =>
      kindsOf({ ...aPerson({ facts: { joinedOn: "2020-05-04", ...facts } }), belongings });
    assert.deepEqual(who({ joinedOn: "2025-03-01" }, kept("2025-03-01")), ["admitted"]);
    assert.deepEqual(who({ joinedOn: "2025-03", joinKind: "3" }, kept("2025-03-01")), ["readmitted"]);
    assert.deepEqual(who({ joinedOn: "2025-03-01", joinKind: "5" }, kept("2025-03-01")), []);
    assert.deepEqual(who({}, kept("2025-03-01")), ["in"]);
    const ended = (leftKind: string) => who({ leftOn: "2025-06-01", leftKind }, kept("2021-01-01", "2025-06-01"));
    assert.deepEqual(["11", "16", "20", "30", "41"].flatMap(ended), ["left", "left", "stopped", "died", "out"]);
    const back = (restoreKind: string) =>
      who(
        { leftOn: "2023-01-01", restoredOn: "2025-06-01", restoreKind },
        kept("2021-01-01", "2023-01-01"),
        kept("2025-06-01"),
      );
    assert.deepEqual(["1", "2", "4"].flatMap(back), ["resumed", "restored", "in"]);
  });
});
