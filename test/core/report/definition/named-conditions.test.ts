import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  expandNames,
  periodNames,
  readNamedConditions,
  type NamedConditions,
} from "#core/report/definition/named-conditions.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { shortProblem } from "#test/builders/report-definition.ts";

function namesOf(text: string): NamedConditions {
  return readNamedConditions(text, new ProblemList("conditions.txt"));
}

describe("conditions with a name", () => {
  it("R1 stand in brackets where their name is used, within each other too", () => {
    const named = namesOf("女 | 性别 = 女\n# 两样\n女学生 | {女} 或 学生");
    assert.deepEqual(expandNames("{女学生} 且 年龄 <= 35", named), { text: "((性别 = 女) 或 学生) 且 年龄 <= 35" });
  });

  it("R2 take the period's days and years as they are, also in the name of a yearly field", () => {
    const named = periodNames("2026-01-01", "2026-12-31");
    const { text } = expandNames("表彰日期 在 {期初} 至 {期末} 且 民主评议结果.{年} = 优秀", named);
    assert.equal(text, "表彰日期 在 2026-01-01 至 2026-12-31 且 民主评议结果.2026 = 优秀");
    assert.equal(expandNames("民主评议日期.{上年} 不为空", named).text, "民主评议日期.2025 不为空");
  });

  it("R1 are told of when there is no such name or it leads back to itself", () => {
    const named = namesOf("甲 | {乙}\n乙 | {甲}");
    assert.deepEqual(expandNames("{丙} 且 学生", named).problem, { problem: "name-unknown", given: "{丙}" });
    assert.equal(expandNames("{甲}", named).problem?.problem, "name-circular");
  });

  it("R1 are told of when they stand twice or say nothing, with their lines", () => {
    const problems = new ProblemList("conditions.txt");
    readNamedConditions("女 | 性别 = 女\n女 | 学生\n男\n空 |", problems);
    assert.deepEqual(problems.problems.map(shortProblem), ["id-doubled@2", "line-crooked@3", "line-crooked@4"]);
    assert.ok(problems.problems.every(({ file }) => file === "conditions.txt"));
  });
});
