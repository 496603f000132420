import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { readChecks } from "#core/report/check/read-checks.ts";
import { runChecks, type CheckFinding } from "#core/report/check/run-checks.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { aSet } from "#test/builders/report.ts";

const SET = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 其一 | 全部
C | 其二 | 全部
行
1 | 合计 | 全部
2 | 甲 | 全部
3 | 乙 | 全部`,
  `表 2 乙
列
A | 总数 | 全部
行
1 | 合计 | 全部
2 | 甲 | 全部
3 | 乙 | 全部`,
]);

type Values = Readonly<Record<string, number>>;

function findings(text: string, now: Values, lastYear: Values = {}): readonly CheckFinding[] {
  const problems = new ProblemList("checks.txt");
  const checks = readChecks(text, problems);
  assert.deepEqual(problems.problems, []);
  return runChecks(checks, SET, (table, cell, last) => (last ? lastYear : now)[`${table}!${cell}`] ?? null);
}

function found(text: string, now: Values, lastYear: Values = {}) {
  return findings(text, now, lastYear).map(({ line, left, right, difference }) => ({ line, left, right, difference }));
}

describe("table checks", () => {
  it("R4 a check of every row finds exactly the rows whose parts do not add up", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(numbers, (given) => {
        const now = Object.fromEntries(
          given.map((value, at) => [`1!${"ABC".charAt(at % 3)}${Math.floor(at / 3) + 1}`, value]),
        );
        const wrong = [0, 1, 2].filter(
          (row) => given[row * 3] !== (given[row * 3 + 1] ?? 0) + (given[row * 3 + 2] ?? 0),
        );
        assert.deepEqual(
          findings("D-1 不允许 表1 每行 | A = B..C | 相加", now).map(({ line }) => Number(line) - 1),
          wrong,
        );
        const columns = [0, 1, 2].filter(
          (column) => (given[column] ?? 0) < (given[column + 3] ?? 0) + (given[column + 6] ?? 0),
        );
        assert.deepEqual(
          findings("D-2 不允许 表1 每列 | 行1 >= 行2 + 行3 | 不超过", now).map(({ line }) => "ABC".indexOf(line)),
          columns,
        );
      }),
    );
  });

  it("R4 tells left, right, difference and the cells, between tables too", () => {
    const [one] = findings("X-1 不允许 表1 每行 | A = 2!A | 一致", { "1!A1": 5, "2!A1": 7 });
    assert.ok(one);
    const { line, left, right, difference, cells } = one;
    assert.deepEqual({ line, left, right, difference }, { line: "1", left: 5, right: 7, difference: -2 });
    assert.deepEqual(
      cells.map(({ table, cell }) => `${table}!${cell}`),
      ["1!A1", "2!A1"],
    );
  });

  it("R4 last year's end is this year's start", () => {
    const check = "X-11 不允许 | 1!A1 = 上年(2!A1) | 年初";
    assert.deepEqual(found(check, { "1!A1": 5 }, { "2!A1": 5 }), []);
    assert.deepEqual(found(check, { "1!A1": 5 }, { "2!A1": 4 }), [{ line: "", left: 5, right: 4, difference: 1 }]);
  });

  it("R4 both or neither, one of two, and a band of change", () => {
    const both = "B-1 不允许 | 1!B1 同有同无 1!C1 | 同时";
    assert.equal(found(both, { "1!B1": 1, "1!C1": 9 }).length + found(both, {}).length, 0);
    assert.equal(found(both, { "1!B1": 1 }).length, 1);
    const either = "E-1 不允许 | 1!B1 二者居一 1!C1 | 其一";
    assert.equal(found(either, { "1!B1": 1 }).length, 0);
    assert.equal(found(either, { "1!B1": 1, "1!C1": 1 }).length, 1);
    const band = "A-3 需说明 | 1!A1 变动 20% 或 10 | 变化较大";
    const moved = (now: number, last: number) => found(band, { "1!A1": now }, { "1!A1": last }).length;
    assert.deepEqual(
      [moved(110, 100), moved(120, 100), moved(121, 100), moved(40, 30), moved(41, 30)],
      [0, 0, 1, 0, 1],
    );
  });

  it("R4 an empty cell counts as 0, or the check waits for it", () => {
    assert.equal(found("W-1 不允许 | 1!A1 = 1!B1 | 相等", { "1!A1": 3 }).length, 1);
    assert.equal(found("W-2 不允许 缺值不核 | 1!A1 = 1!B1 | 相等", { "1!A1": 3 }).length, 0);
  });

  it("R1 what cannot be read is told with its line", () => {
    const problems = new ProblemList("checks.txt");
    readChecks(
      "# 说明\nD-1 不允许 | A1 = B1\nD-2 禁止 | A1 = B1 | 词\nD-3 提示 | A1 B1 | 词\nD-4 提示 | A1 = ?? | 词\nD-4 提示 | A1 = 1 | 词\nD-4 提示 | A1 = 1 | 词",
      problems,
    );
    assert.deepEqual(
      problems.problems.map(({ line, problem }) => [line, problem]),
      [
        [2, "line-crooked"],
        [3, "line-crooked"],
        [4, "sign-expected"],
        [5, "cell-expected"],
        [7, "id-doubled"],
      ],
    );
    assert.throws(() => aSet(["表 1 甲\n列\nA | 总数 | 全部\n行\n1 | 合计 | = A9"]), /cell-unknown/);
    assert.throws(
      () => aSet(["表 1 甲\n列\nA | 总数 | 全部\n行\n1 | 合计 | = 行2\n2 | 其一 | = 行1 + 1"]),
      /formula-circular/,
    );
  });
});
