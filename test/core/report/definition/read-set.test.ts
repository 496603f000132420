import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readSet } from "#core/report/definition/read-set.ts";
import { tableText } from "#test/builders/report-definition.ts";

const SET = "# 版式\n年报 2017 2017年版式\n周期 年";

function setProblems(texts: Readonly<Record<string, string>>): readonly string[] {
  const read = readSet(new Map(Object.entries(texts)));
  if (read.ok) return [];
  return read.refusal.problems.map(({ problem, file, line, place }) => `${problem} ${file}:${line} ${place}`.trim());
}

describe("report set", () => {
  it("R1 is read from its files: head, rows, conditions, tables in their order", () => {
    const read = readSet(
      new Map([
        ["set.txt", SET],
        ["row-stubs.txt", "行组 两行\n1 | 合计 | 全部\n2 | 女 | 性别 = 女"],
        ["conditions.txt", "女 | 性别 = 女"],
        ["table-10.txt", tableText({ head: "表 10 出党" })],
        ["table-02.txt", tableText({ head: "表 2 基本情况", rows: "@两行" })],
        ["notes.txt", "不是表"],
      ]),
    );
    assert.ok(read.ok, JSON.stringify(read));
    const { set, named, files } = read.value;
    assert.deepEqual([set.id, set.title, set.period], ["2017", "2017年版式", "year"]);
    assert.deepEqual(
      set.tables.map(({ no, rows }) => [no, rows.length]),
      [
        [2, 2],
        [10, 2],
      ],
    );
    assert.equal(named.get("女")?.text, "性别 = 女");
    assert.equal(files.get(10), "table-10.txt");
  });

  it("R11 knows half-year sets", () => {
    const read = readSet(new Map([["set.txt", "年报 2026H 半年报\n周期 半年"]]));
    assert.equal(read.ok && read.value.set.period, "half-year");
  });

  it("R1 tells of every file at once", () => {
    const texts = {
      "set.txt": "年报 2017\n周期 季",
      "row-stubs.txt": "1 | 合计 | 全部",
      "conditions.txt": "女",
      "table-01.txt": tableText({ columns: "A | 总数 | 手填" }),
    };
    assert.deepEqual(setProblems(texts), [
      "heading-missing set.txt:1",
      "heading-missing set.txt:2",
      "heading-missing row-stubs.txt:1",
      "line-crooked conditions.txt:1",
      "why-missing table-01.txt:4 A",
      "heading-missing table-01.txt:1",
    ]);
    assert.deepEqual(setProblems({}), ["heading-missing set.txt:1", "heading-missing set.txt:2"]);
  });

  it("R1 wants tables numbered in the order of their files", () => {
    const texts = { "set.txt": SET, "table-01.txt": tableText({ head: "表 2 甲" }), "table-02.txt": tableText() };
    assert.deepEqual(setProblems(texts), ["order-crooked set.txt:1 1"]);
  });
});
