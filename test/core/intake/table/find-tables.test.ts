import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { SeenMerge, SeenRow } from "#core/intake/seen-workbook.ts";
import { findTables } from "#core/intake/table/find-tables.ts";
import type { FoundTable } from "#core/intake/table/found-table.ts";
import { layoutKey } from "#core/intake/table/layout-key.ts";
import { rowRole } from "#core/intake/table/row-role.ts";
import { merges, seenRows } from "#test/builders/seen-sheet.ts";

const LABELS = [
  "姓名",
  "性别",
  "民族",
  "出生日期",
  "身份证号",
  "手机",
  "固定电话",
  "所在支部",
  "入党日期",
  "学历",
  "月交党费",
];

function tablesOf(rows: readonly SeenRow[], merged: readonly SeenMerge[] = []): readonly FoundTable[] {
  return findTables(rows, { labels: LABELS, merges: merged });
}

function only(rows: readonly SeenRow[], merged: readonly SeenMerge[] = []): FoundTable {
  const tables = tablesOf(rows, merged);
  assert.equal(tables.length, 1);
  return tables[0]!;
}

function paths(table: FoundTable): readonly string[] {
  return table.columns.map(({ path }) => path.join("/"));
}

function skipped(table: FoundTable): readonly string[] {
  return table.skipped.map(({ row, why }) => `${row} ${why}`);
}

const PEOPLE = [
  [1, "张三", "男", "汉族"],
  [2, "李四", "女", "回族"],
] as const;

describe("tables in sheets of other offices", () => {
  it("W8 a plain table", () => {
    const table = only(seenRows(["序号", "姓名", "性别", "民族"], ...PEOPLE));
    assert.deepEqual([table.headerRows, table.firstRow, table.lastRow], [[0], 1, 2]);
    assert.deepEqual(paths(table), ["序号", "姓名", "性别", "民族"]);
    assert.deepEqual(
      table.columns.map(({ counts }) => counts),
      [true, false, false, false],
    );
    assert.deepEqual(skipped(table), []);
  });
  it("W8 a title and a line about the unit above, an instruction block merged under the data", () => {
    const table = only(
      seenRows(
        ["××学院党员花名册"],
        ["填报单位：机械学院党总支", null, null, "2026年3月"],
        ["序号", "姓 名", "性别", "民族*"],
        ...PEOPLE,
        [],
        ["填表说明：1. 出生日期填到日。\n2. 民族填全称。"],
      ),
      merges("A1:D1", "A7:D9"),
    );
    assert.deepEqual([table.headerRows, table.firstRow, table.lastRow], [[2], 3, 4]);
    assert.deepEqual(skipped(table), ["0 title", "1 title", "6 instruction"]);
  });
  it("W8 headings in two levels, groups merged above", () => {
    const table = only(
      seenRows(
        ["序号", "姓名", "联系方式", null, "学历"],
        [null, null, "手机", "固定电话", null],
        [1, "张三", "13800000000", null, "大学本科毕业"],
      ),
      merges("A1:A2", "B1:B2", "C1:D1", "E1:E2"),
    );
    assert.deepEqual(table.headerRows, [0, 1]);
    assert.deepEqual(paths(table), ["序号", "姓名", "联系方式/手机", "联系方式/固定电话", "学历"]);
    assert.deepEqual([table.firstRow, table.lastRow], [2, 2]);
  });
  it("W8 headings in three levels, the known ones lowest", () => {
    const table = only(
      seenRows(
        ["党员名册"],
        ["基本情况", null, null, null, "党内情况"],
        ["个人", null, "电话", null, "时间"],
        ["姓名", "性别", "手机", "固定电话", "入党日期"],
        ["张三", "男", "13800000000", null, "1999.07"],
      ),
      merges("A1:E1", "A2:D2", "A3:B3", "C3:D3"),
    );
    assert.deepEqual(table.headerRows, [1, 2, 3]);
    assert.deepEqual(paths(table), [
      "基本情况/个人/姓名",
      "基本情况/个人/性别",
      "基本情况/电话/手机",
      "基本情况/电话/固定电话",
      "党内情况/时间/入党日期",
    ]);
    assert.deepEqual(skipped(table), ["0 title"]);
  });
  it("W8 subtotals, totals and sums between and under the records", () => {
    const table = only(
      seenRows(
        ["序号", "姓名", "月交党费"],
        [1, "张三", 20],
        ["小计", null, { value: 20, formula: "SUM(C2:C2)" }],
        [2, "李四", 30],
        [null, "小  计", 30],
        [null, null, { value: 50, formula: "SUM(C2:C5)" }],
        ["合计：2人", null, 50],
        ["共2人"],
        ["本页合计", null, 50],
      ),
    );
    assert.deepEqual(skipped(table), [
      "2 subtotal",
      "4 subtotal",
      "5 subtotal",
      "6 subtotal",
      "7 subtotal",
      "8 subtotal",
    ]);
    assert.deepEqual([table.firstRow, table.lastRow], [1, 3]);
  });
  it("W8 a record whose figure is a formula is a record", () => {
    const table = only(
      seenRows(["姓名", "性别", "月交党费"], ["张三", "男", { value: 20, formula: "SUM(E2:F2)" }], ["李四", "女", 3]),
    );
    assert.deepEqual([table.firstRow, table.lastRow, table.skipped], [1, 2, []]);
  });
  it("W8 headings repeated on every printed page", () => {
    const header = ["序号", "姓名", "性别"];
    const table = only(
      seenRows(header, [1, "张三", "男"], header, [2, "李四", "女"], [" 序号 ", "姓  名", "性别"], [3, "王五", "男"]),
    );
    assert.deepEqual(skipped(table), ["2 repeated-header", "4 repeated-header"]);
    assert.deepEqual([table.firstRow, table.lastRow], [1, 5]);
  });
  it("W8 both rows of repeated headings in two levels", () => {
    const header = [
      ["姓名", "联系方式", null],
      [null, "手机", "固定电话"],
    ] as const;
    const table = only(
      seenRows(...header, ["张三", "13800000000", "1"], ...header, ["李四", "13900000000", "2"]),
      merges("A1:A2", "B1:C1", "A4:A5", "B4:C4"),
    );
    assert.deepEqual(skipped(table), ["3 repeated-header", "4 repeated-header"]);
  });
  it("W8 several tables one under another, each with its title and layout", () => {
    const tables = tablesOf(
      seenRows(
        ["一、正式党员"],
        ["姓名", "性别", "入党日期"],
        ["张三", "男", "1999.07"],
        [],
        ["二、入党积极分子名单（截至2026年3月）"],
        ["姓名", "民族", "学历", "所在支部"],
        ["李四", "汉族", "大学本科毕业", "第一支部"],
      ),
      merges("A1:C1", "A5:D5"),
    );
    assert.deepEqual(
      tables.map(({ headerRows, firstRow, lastRow }) => [headerRows, firstRow, lastRow]),
      [
        [[1], 2, 2],
        [[5], 6, 6],
      ],
    );
    assert.deepEqual(skipped(tables[0]!), ["0 title", "4 title"]);
  });
  it("W8 rows that are numbered and never filled in are blank", () => {
    const table = only(seenRows(["序号", "姓名", "性别"], [1, "张三", "男"], [2], [3]));
    assert.deepEqual(skipped(table), ["2 blank", "3 blank"]);
  });
  it("W8 an example row, signatures and remarks are no records", () => {
    const table = only(
      seenRows(
        ["序号", "姓名", "性别", "民族"],
        ["例", "张某某", "男", "汉族"],
        ...PEOPLE,
        ["填表人：王五", null, "审核人：赵六"],
        ["备注：以上人员均已核对"],
        ["党支部书记（签字）："],
      ),
    );
    assert.deepEqual(skipped(table), ["1 instruction", "4 instruction", "5 instruction", "6 instruction"]);
  });
  it("W8 empty columns behind the table are none, values without a heading are a column", () => {
    const table = only(seenRows(["姓名", "性别", null, null, "  "], ["张三", "男", null, "调出"]));
    assert.deepEqual(
      table.columns.map(({ index, text }) => [index, text]),
      [
        [0, "姓名"],
        [1, "性别"],
        [3, ""],
      ],
    );
  });
  it("W8 headings that nobody knows are still headings", () => {
    const table = only(seenRows(["名册"], ["甲", "乙", "丙"], ["a", 1, 2], ["b", 3, 4]));
    assert.deepEqual([table.headerRows, table.firstRow, table.lastRow], [[1], 2, 3]);
  });
  it("W8 a sheet without a table has none", () => {
    assert.deepEqual(tablesOf([]), []);
    assert.deepEqual(tablesOf(seenRows(["只有一句话"])), []);
  });
  it("W8 rows of a big sheet are judged one by one as they come", () => {
    const table = only(seenRows(["序号", "姓名", "性别"], [1, "张三", "男"]));
    const [data, total] = seenRows([90_000, "李四", "女"], ["总计", null, 90_000]);
    assert.deepEqual([rowRole(table, data!), rowRole(table, total!)], ["data", "subtotal"]);
  });
});

describe("the key of a layout", () => {
  const key = (...header: readonly string[]): string => layoutKey(only(seenRows(header, ["张三", "男", "汉族"])));

  it("W8 is the same however headings are spaced and marked", () => {
    assert.equal(key("姓名", "性别", "民族"), key(" 姓  名*", "性别（必填）", "民\n族"));
  });
  it("W8 differs with order and with words", () => {
    assert.notEqual(key("姓名", "性别", "民族"), key("姓名", "民族", "性别"));
    assert.notEqual(key("姓名", "性别", "民族"), key("姓名", "性别", "学历"));
  });
});
