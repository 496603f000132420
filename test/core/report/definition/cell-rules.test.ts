import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cellRules, strayExceptions, type CellRule } from "#core/report/definition/cell-rules.ts";
import { tableOf, tableText } from "#test/builders/report-definition.ts";

const table = tableOf(
  tableText({
    head: "表 1 人数\n统计 人员\n其中 在册",
    columns: "A | 总数 | 全部\nB | 女 | 性别 = 女\nC | 谁知道 | 手填：没有来源\nD | 合计 | = A + B",
    rows: "1 | 总计 | 全部\n2 | 发展 | [变动] 变动方式 = 发展党员\n3 | 两行 | = 行1 + 行2\n4 | 职工 | [组织] 求和 在岗职工数",
    rest: "补充资料\n1 | ____名，____名\n1.1 | 学生\n1.2 | 手填：没有来源\n格\nB1 | 空\nA2 | [组织] 全部\n补1.2 | 全部\nE1 | 空\nA5 | 空\n补1.3 | 空",
  }),
);
const rules = new Map(cellRules(table).map(({ cell, rule }) => [cell, rule]));

function ruleOf(cell: string): CellRule {
  const rule = rules.get(cell);
  assert.ok(rule, cell);
  return rule;
}

describe("rules of cells", () => {
  it("R1 has a rule for every cell, row by row, then for every blank", () => {
    const body = [1, 2, 3, 4].flatMap((row) => ["A", "B", "C", "D"].map((column) => `${column}${row}`));
    assert.deepEqual([...rules.keys()], [...body, "补1.1", "补1.2"]);
  });

  it("R1 counts records for which table, row and column hold", () => {
    assert.deepEqual(ruleOf("A1"), { kind: "generated", population: "people", sumOf: null, where: ["在册"] });
    assert.deepEqual(ruleOf("补1.1"), {
      kind: "generated",
      population: "people",
      sumOf: null,
      where: ["在册", "学生"],
    });
  });

  it("R1 leaves the table's condition to what the table counts", () => {
    const where = ["变动方式 = 发展党员", "性别 = 女"];
    assert.deepEqual(ruleOf("B2"), { kind: "generated", population: "movements", sumOf: null, where });
    assert.deepEqual(ruleOf("B4"), {
      kind: "generated",
      population: "units",
      sumOf: "在岗职工数",
      where: ["性别 = 女"],
    });
  });

  it("R1 puts formulas before what is filled in by hand, and that before what is counted", () => {
    assert.deepEqual(ruleOf("C1"), { kind: "manual", why: "没有来源" });
    assert.equal(ruleOf("C3").kind, "formula");
    assert.equal(ruleOf("D2").kind, "formula");
    const both = ruleOf("D3");
    assert.equal(both.kind === "formula" ? both.text : both.kind, "行1 + 行2");
  });

  it("R1 lets an exception stand for row and column", () => {
    assert.deepEqual(ruleOf("B1"), { kind: "none" });
    assert.deepEqual(ruleOf("A2"), { kind: "generated", population: "units", sumOf: null, where: [] });
    assert.equal(ruleOf("补1.2").kind, "generated");
  });

  it("R1 finds exceptions for cells that the table has not", () => {
    assert.deepEqual(
      strayExceptions(table).map(({ cell }) => cell),
      ["E1", "A5", "补1.3"],
    );
  });
});
