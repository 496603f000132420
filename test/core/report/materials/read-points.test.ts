import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { cellsOfPoint, pointFacts } from "#core/report/materials/point-facts.ts";
import { readPoints } from "#core/report/materials/read-points.ts";
import { shortProblem } from "#test/builders/report-definition.ts";

const TEXT = `# 说明
P-0 | 手工填写的数由谁提供
P-1 表1 | 上年底总数是否一致 | 上年底 = A1；上年年报 = 上年(1!A16); 两行 = A3..A4 + 2!C1`;

function points(text: string) {
  const problems = new ProblemList("points.txt");
  return { points: readPoints(text, problems), problems: problems.problems.map(shortProblem) };
}

describe("points of the audit", () => {
  it("R8 a point has its table, its question and the numbers it is about", () => {
    const { points: read, problems } = points(TEXT);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      read.map(({ code, table, text, facts, line }) => [code, table, text, facts.map(({ name }) => name), line]),
      [
        ["P-0", null, "手工填写的数由谁提供", [], 2],
        ["P-1", 1, "上年底总数是否一致", ["上年底", "上年年报", "两行"], 3],
      ],
    );
  });

  it("R8 its numbers are said as they are, and none where there are none", () => {
    const [, point] = points(TEXT).points;
    assert.ok(point);
    const known = new Map([
      ["1!A1", 120],
      ["1!A3", 4],
      ["2!C1", 0.5],
    ]);
    const read = (table: number, cell: string, lastYear: boolean) =>
      lastYear ? null : (known.get(`${table}!${cell}`) ?? null);
    assert.equal(pointFacts(point, read), "上年底 120；上年年报 无；两行 4.5");
    assert.deepEqual(
      cellsOfPoint(point).map(({ table, cell, lastYear }) => `${lastYear ? "上年" : ""}${table}!${cell}`),
      ["1!A1", "上年1!A16", "1!A3", "1!A4", "2!C1"],
    );
  });

  it("R1 what is wrong with a point is told with its line", () => {
    assert.deepEqual(points("P-1 表1\nP-2 | 问 | 甲\nP-2 | 问 | 甲 = 1!\nP-3 | 问 | 甲 = A1 | 多").problems, [
      "line-crooked@1",
      "line-crooked@2 P-2",
      "cell-expected@3 P-2",
      "id-doubled@3",
      "line-crooked@4",
    ]);
  });
});
