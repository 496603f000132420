import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compileSet } from "#core/report/compile/compile-set.ts";
import { periodNames, readNamedConditions } from "#core/report/definition/named-conditions.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import type { ReportSet } from "#core/report/definition/report-definition.ts";
import { loadCatalogueData } from "#service/shipped/shipped-records.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { shortProblem, tableOf, tableText } from "#test/builders/report-definition.ts";

const data = await loadCatalogueData(SHIPPED);
const CONDITIONS = "女党员 | 在册 且 性别 = 女\n甲 | {乙}\n乙 | {甲}";

function compile(text: string) {
  const set: ReportSet = {
    ...{ id: "2026", title: "试验", period: "year", deadlines: [] },
    ...{ tables: [tableOf(text)], checks: [], points: [] },
  };
  const named = readNamedConditions(CONDITIONS, new ProblemList("conditions.txt"));
  const period = periodNames("2026-01-01", "2026-12-31");
  return compileSet(set, { data, named: new Map([...named, ...period]), fileOf: () => "table-01.txt" });
}

function problemsOf(text: string): readonly string[] {
  const { problems } = compile(text);
  for (const { file } of problems) assert.equal(file, "table-01.txt");
  return problems.map(shortProblem);
}

function column(rule: string): string {
  return tableText({ columns: `A | 总数 | ${rule}`, rows: "1 | 总计 | 全部" });
}

describe("set bound to the fields of records", () => {
  it("R10 keeps every distinct condition once", () => {
    const { compiled, problems } = compile(tableText());
    assert.deepEqual(problems, []);
    assert.deepEqual(
      compiled.conditions.people.map(({ text }) => text),
      ["性别 = 女", "工作岗位 = 学生"],
    );
    const [table] = compiled.tables;
    assert.deepEqual(
      table?.cells.map(({ cell, counted }) => [cell, counted?.conditions]),
      [
        ["A1", []],
        ["B1", [0]],
        ["A2", [1]],
        ["B2", [1, 0]],
      ],
    );
  });

  it("R1 names fields of the person, of the unit that keeps him and of what is counted", () => {
    const rules = [
      "{女党员} 且 单位性质 = 事业单位",
      "[变动] 变动方式 = 发展党员 且 变动日期 在 {期初} 至 {期末}",
      "[组织] 单位性质 = 机关 且 民主评议日期.{年} 不为空",
      "[组织] 求和 党员旁听党委会人数.{年}",
      "民主评议结果.{上年} = 优秀",
    ];
    for (const rule of rules) assert.deepEqual(problemsOf(column(rule)), [], rule);
  });

  const faults: readonly (readonly [what: string, text: string, problem: string])[] = [
    ["a name that nobody gave", column("{没有}"), "name-unknown@6 1!A1"],
    ["names that go round", column("{甲}"), "name-circular@6 1!A1"],
    ["an unknown field", column("牛羊 = 1"), "unknown-field@6 1!A1"],
    ["an unknown value", column("性别 = 牛"), "unknown-value@6 1!A1"],
    ["a unit's field for its own sake", column("[组织] 性别 = 女"), "unknown-field@6 1!A1"],
    ["a movement's field of people", column("变动方式 = 发展党员"), "unknown-field@6 1!A1"],
    ["a yearly field without its year", column("民主评议结果 = 优秀"), "year-needed@6 1!A1"],
    ["a bracket left open", column("(性别 = 女"), "bracket-missing@6 1!A1"],
    ["a sum of nothing", column("[组织] 求和 牛羊数"), "field-unknown@6 1!A1"],
    ["a sum of a year's figures without the year", column("[组织] 求和 党员旁听党委会人数"), "field-unknown@6 1!A1"],
    ["a sum of words", column("求和 姓名"), "field-no-number@6 1!A1"],
    ["an exception for a cell that is none", tableText({ rest: "格\nC1 | 空" }), "cell-unknown@10 1!C1"],
    ["a formula over a cell that is none", column("= 行7"), "cell-unknown@6 1!A1"],
    ["a formula over another table that is none", column("= 9!A1"), "cell-unknown@6 1!A1"],
    ["a formula that leads back", column("= A1 + 1"), "formula-circular@6 1!A1"],
  ];
  for (const [what, text, problem] of faults) {
    it(`R1 says which cell: ${what}`, () => {
      assert.deepEqual(problemsOf(text), [problem]);
    });
  }
});
