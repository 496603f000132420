import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { readRowStubs } from "#core/report/definition/row-stubs.ts";
import { shortProblem, stubsOf, tableOf, tableProblems, tableText } from "#test/builders/report-definition.ts";

const STUBS = `# 两表共用
行组 两行
1 | 合计 | 全部
2 > | 其中/女 | 性别 = 女
行组 各样
1 | 别处统计 | [组织] 全部
2 | 相加 | = 行1
3 | 手填的 | 手填：没有来源
4 | 相加的数 | 求和 在岗职工数 其中 单位性质 = 机关`;

describe("rows that tables share", () => {
  it("R1 stand where the table includes them, shifted, under a heading", () => {
    const rows = "1 | 总计 | 全部\n@两行 | +1\n@两行 | +3 | 本年/发展党员";
    const table = tableOf(tableText({ rows }), stubsOf(STUBS));
    assert.deepEqual(
      table.rows.map(({ no, indent, path }) => `${no} ${indent} ${path.join("/")}`),
      ["1 0 总计", "2 0 合计", "3 1 其中/女", "4 0 本年/发展党员/合计", "5 1 本年/发展党员/其中/女"],
    );
  });

  it("R1 keep their condition and take the further one, over what it counts", () => {
    const rows = "@两行 | +0 | 发展 | [变动] 变动方式 = 发展党员";
    const table = tableOf(tableText({ rows }), stubsOf(STUBS));
    assert.deepEqual(
      table.rows.map(({ rule }) => rule),
      [
        { kind: "count", population: "movements", where: "变动方式 = 发展党员" },
        { kind: "count", population: "movements", where: "(变动方式 = 发展党员) 且 (性别 = 女)" },
      ],
    );
  });

  it("R1 stay with what they count themselves; formulas, manual rows and sums stay what they are", () => {
    const table = tableOf(tableText({ rows: "@各样 | +0 | 发展 | [变动] 性别 = 女" }), stubsOf(STUBS));
    const [units, formula, manual, sum] = table.rows.map(({ rule }) => rule);
    assert.deepEqual(units, { kind: "count", population: "units", where: "性别 = 女" });
    assert.equal(formula?.kind, "formula");
    assert.equal(manual?.kind, "manual");
    assert.deepEqual(sum, {
      ...{ kind: "sum", population: "movements", field: "在岗职工数" },
      where: "(性别 = 女) 且 (单位性质 = 机关)",
    });
  });

  it("R1 are told of when nobody wrote them, the shift is none, or they stand out of order", () => {
    const stubs = stubsOf(STUBS);
    assert.ok(tableProblems(tableText({ rows: "@三行" }), stubs).includes("stub-unknown@7"));
    assert.ok(tableProblems(tableText({ rows: "@两行 | 1" }), stubs).includes("line-crooked@7"));
    assert.ok(tableProblems(tableText({ rows: "@两行 | +0 | 上 | 手填" }), stubs).includes("why-missing@7 @两行"));
    assert.deepEqual(tableProblems(tableText({ rows: "@两行 | +1" }), stubs), ["order-crooked@7 2"]);
  });

  it("R1 of two groups with one name, or of none, are told with their lines", () => {
    const problems = new ProblemList("row-stubs.txt");
    readRowStubs("1 | 合计 | 全部\n行组 两行\n行组 两行\n1 | 合计", problems);
    assert.deepEqual(problems.problems.map(shortProblem), ["heading-missing@1", "id-doubled@3", "line-crooked@4"]);
    assert.ok(problems.problems.every(({ file }) => file === "row-stubs.txt"));
  });
});
