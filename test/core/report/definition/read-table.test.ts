import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { columnLetters } from "#core/report/formula/cell-name.ts";
import { tableOf, tableProblems, tableText } from "#test/builders/report-definition.ts";

describe("table of a report set", () => {
  it("R1 reads headings, rules, blanks and exceptions", () => {
    const supplement = "补充资料\n1 | 按时交纳党费的____名，少交的____名\n1.1 | 性别 = 女\n1.2 | 手填：没有来源";
    const table = tableOf(tableText({ rest: `${supplement}\n格\nB1 B2 | 空\n补1.1 | 全部` }));
    assert.equal(table.no, 1);
    assert.equal(table.name, "人数");
    assert.equal(table.population, "people");
    assert.deepEqual(
      table.columns.map(({ id, path }) => [id, ...path]),
      [
        ["A", "总数"],
        ["B", "总数", "女"],
      ],
    );
    assert.deepEqual(
      table.rows.map(({ no, path, indent }) => [no, indent, ...path]),
      [
        [1, 0, "总计"],
        [2, 1, "学生"],
      ],
    );
    const [line] = table.supplement;
    assert.deepEqual(
      line?.blanks.map(({ kind }) => kind),
      ["count", "manual"],
    );
    assert.deepEqual(
      table.cells.map(({ cell, rule }) => [cell, rule.kind]),
      [
        ["B1", "none"],
        ["B2", "none"],
        ["补1.1", "count"],
      ],
    );
  });

  it("R1 reads what is counted and what every record counted meets", () => {
    const table = tableOf(tableText({ head: "# 为什么\n表 7 学生党员\n统计 变动\n其中 {在册党员} 且 性别 = 女" }));
    assert.equal(table.population, "movements");
    assert.equal(table.where, "{在册党员} 且 性别 = 女");
    assert.equal(tableOf(tableText({ head: "表 7 学生党员\n其中 全部" })).where, "");
  });

  const faults: readonly (readonly [what: string, text: string, problems: readonly string[]])[] = [
    ["no heading", tableText({ head: "党员" }), ["heading-missing@1"]],
    ["no columns", "表 1 人数\n行\n1 | 总计 | 全部", ["heading-missing@1"]],
    ["an unknown word above", tableText({ head: "表 1 人数\n合计 人员" }), ["section-unknown@2"]],
    ["an unknown population", tableText({ head: "表 1 人数\n统计 牛羊" }), ["population-unknown@2"]],
    ["a column without a rule", tableText({ columns: "A | 总数" }), ["line-crooked@4"]],
    ["a column without a heading", tableText({ columns: "A |  | 全部" }), ["line-crooked@4"]],
    ["columns out of order", tableText({ columns: "A | 总数 | 全部\nC | 女 | 全部" }), ["order-crooked@5 C"]],
    ["a row that is no number", tableText({ rows: "一 | 总计 | 全部" }), ["id-crooked@7"]],
    ["rows out of order", tableText({ rows: "1 | 总计 | 全部\n3 | 女 | 全部" }), ["order-crooked@8 3"]],
    ["rows that nobody wrote", tableText({ rows: "@没有" }), ["stub-unknown@7", "heading-missing@1"]],
    ["a manual row without its why", tableText({ rows: "1 | 总计 | 手填" }), ["why-missing@7 1", "heading-missing@1"]],
    ["a rule of nothing", tableText({ rows: "1 | 总计 |" }), ["line-crooked@7 1", "heading-missing@1"]],
    ["an unknown population of a row", tableText({ columns: "A | 总数 | [牛] 全部" }), ["population-unknown@4 A"]],
    ["a crooked formula", tableText({ columns: "A | 总数 | = 行2 +" }), ["cell-expected@4 A"]],
    ["an exception without a rule", tableText({ rest: "格\nA1" }), ["line-crooked@10", "line-crooked@10 A1"]],
    ["an exception for no cell", tableText({ rest: "格\n甲 | 空" }), ["id-crooked@10"]],
    ["a blank without a rule", tableText({ rest: "补充资料\n1 | 共____名" }), ["blank-missing@10 补1.1"]],
    ["a rule without its blank", tableText({ rest: "补充资料\n1 | 共\n1.1 | 全部" }), ["blank-missing@11 补1.1"]],
    ["a blank twice", tableText({ rest: "补充资料\n1 | ____\n1.1 | 全部\n1.1 | 空" }), ["id-doubled@12"]],
    ["a blank's id", tableText({ rest: "补充资料\n1 | 共\n甲 | 全部" }), ["line-crooked@11"]],
    ["lines out of order", tableText({ rest: "补充资料\n2 | 共" }), ["order-crooked@10 2"]],
  ];
  for (const [what, text, problems] of faults) {
    it(`R1 says where: ${what}`, () => {
      const found = tableProblems(text);
      for (const problem of problems) assert.ok(found.includes(problem), `${problem} not in ${found.join(", ")}`);
    });
  }

  it("R1 tells all that is wrong, not only the first", () => {
    const found = tableProblems(tableText({ columns: "A | 总数 | 手填\nB | 女", rest: "格\nA1 | = 行" }));
    assert.deepEqual(found.slice(0, 3), ["why-missing@4 A", "line-crooked@5", "cell-expected@10 A1"]);
  });

  it("R11 reads any number of rows and columns as written, and finds the one that is out of place", () => {
    const sizes = fc.record({ columns: fc.integer({ min: 1, max: 60 }), rows: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(sizes, fc.nat(), (size, pick) => {
        const columns = numbers(size.columns).map((no) => `${columnLetters(no)} | 栏${no} | 全部`);
        const rows = numbers(size.rows).map((no) => `${no} ${">".repeat(no % 5)} | 行${no} | 性别 = 女`);
        const table = tableOf(tableText({ columns: columns.join("\n"), rows: rows.join("\n") }));
        assert.deepEqual(
          table.columns.map(({ id }) => id),
          numbers(size.columns).map(columnLetters),
        );
        assert.deepEqual(
          table.rows.map(({ no, indent }) => [no, indent]),
          numbers(size.rows).map((no) => [no, no % 5]),
        );
        const wrong = rows.with(pick % size.rows, "99 | 行 | 全部");
        const line = 5 + size.columns + (pick % size.rows);
        const found = tableProblems(tableText({ columns: columns.join("\n"), rows: wrong.join("\n") }));
        assert.deepEqual(found, [`order-crooked@${line} 99`]);
      }),
    );
  });

  it("R1 tells of one mistake once, not of every row and column after it", () => {
    const gap = "1 | 总计 | 全部\n3 | 女 | 全部\n4 | 男 | 全部";
    assert.deepEqual(tableProblems(tableText({ rows: gap })), ["order-crooked@8 3"]);
    assert.deepEqual(tableProblems(tableText({ rows: "1 | 总计 | 全部\n二 | 女 | 全部\n3 | 男 | 全部" })), [
      "id-crooked@8",
    ]);
    const columns = "A | 总数 | 全部\nB | 女\nC | 男 | 全部";
    assert.deepEqual(tableProblems(tableText({ columns })), ["line-crooked@5"]);
    assert.deepEqual(tableProblems(tableText({ rows: "1 | 总计 | 全部\n@没有\n9 | 男 | 全部" })), ["stub-unknown@8"]);
  });
});

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
