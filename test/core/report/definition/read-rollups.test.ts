import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cellRules, strayExceptions } from "#core/report/definition/cell-rules.ts";
import { rollupModes } from "#core/report/rollup/rollup-mode.ts";
import { tableOf, tableProblems, tableText } from "#test/builders/report-definition.ts";

describe("how a cell adds up", () => {
  it("R13 as its table says, else with the unit's own; formula cells follow from theirs", () => {
    const table = tableOf(
      tableText({ rows: "1 | 总计 | 全部\n2 | 合计 | = 行1", rest: "汇总\nA1 | 不汇总\nB1 | 下级合计" }),
    );
    const modeOf = rollupModes(table);
    assert.deepEqual(
      cellRules(table).map((cell) => [cell.cell, modeOf(cell)]),
      [
        ["A1", "none"],
        ["B1", "sum"],
        ["A2", "none"],
        ["B2", "none"],
      ],
    );
    assert.equal(rollupModes(tableOf(tableText()))({ cell: "A1", rule: { kind: "manual", why: "无" } }), "own-and-sum");
  });

  it("R1 a word that is none, a cell that is none, and a cell that the table does not have are told", () => {
    assert.deepEqual(tableProblems(tableText({ rest: "汇总\nA1 | 随便\n甲 | 不汇总" })), [
      "line-crooked@10",
      "id-crooked@11",
    ]);
    const table = tableOf(tableText({ rest: "汇总\nA1 Z9 | 不汇总" }));
    assert.deepEqual(
      strayExceptions(table).map(({ cell }) => cell),
      ["Z9"],
    );
  });
});
