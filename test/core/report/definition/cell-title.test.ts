import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cellNames, cellTitle, titleInEnglish } from "#core/report/definition/cell-title.ts";
import { tableOf, tableText } from "#test/builders/report-definition.ts";

const TABLE = tableOf(
  tableText({
    head: "表 2 党员情况\n统计 人员",
    rest: "补充资料\n1 | 交纳党费的____名，少交的____名，共____万元\n1.1 | 全部\n1.2 | 全部\n1.3 | 手填：不在记录中",
  }),
);

describe("what a cell is called", () => {
  it("R5 by its headings, outermost first", () => {
    assert.deepEqual(cellNames(TABLE, "B2"), { table: "表2 党员情况", row: "学生", column: "总数/女" });
    assert.equal(cellTitle(TABLE, "B2"), "表2 学生 · 总数/女");
  });

  it("R1 a blank by the words before it", () => {
    assert.equal(cellTitle(TABLE, "补1.1"), "表2 补充资料 1.1 · 交纳党费的");
    assert.equal(cellTitle(TABLE, "补1.2"), "表2 补充资料 1.2 · 少交的");
    assert.equal(cellTitle(TABLE, "补1.3"), "表2 补充资料 1.3 · 共");
  });

  it("on an English screen by the form's own words, numbered in English", () => {
    assert.equal(titleInEnglish(cellTitle(TABLE, "B2")), "Table 2 学生 · 总数/女");
    assert.equal(titleInEnglish(cellTitle(TABLE, "补1.2")), "Table 2 Supplement 1.2 · 少交的");
    const { table, row } = cellNames(TABLE, "补1.2");
    assert.deepEqual([table, row].map(titleInEnglish), ["Table 2 党员情况", "Supplement 1.2"]);
    assert.equal(titleInEnglish("代表2 名"), "代表2 名");
  });
});
