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

  describe("that takes tables over from another form", () => {
    const base = new Map([
      ["set.txt", SET],
      ["row-stubs.txt", "行组 两行\n1 | 合计 | 全部\n2 | 女 | 性别 = 女"],
      ["conditions.txt", "女 | 性别 = 女"],
      [
        "checks.txt",
        "C-1 不允许 表1 每列 | 行1 >= 行2 | 甲\nC-2 不允许 | 1!A1 = 3!A1 | 乙\nC-3 提示 表3 | A1 变动 5% 或 1 | 丙",
      ],
      ["table-01.txt", tableText({ head: "表 1 甲" })],
      ["table-03.txt", tableText({ head: "表 3 丙", rows: "@两行" })],
    ]);
    const half = (more: Readonly<Record<string, string>>) => {
      const read = readSet(base);
      return readSet(
        new Map(Object.entries({ "set.txt": "年报 h 半年报\n周期 半年\n采用 2017 表 3", ...more })),
        read.ok ? read.value : undefined,
      );
    };

    it("R11 has those tables with their conditions, and each check that looks at no other", () => {
      const read = half({});
      assert.ok(read.ok, JSON.stringify(read));
      const { set, named, files } = read.value;
      assert.deepEqual([set.id, set.period, set.tables.map(({ no }) => no)], ["h", "half-year", [3]]);
      assert.deepEqual(
        set.checks.map(({ code }) => code),
        ["C-3"],
      );
      assert.deepEqual([files.get(3), named.has("女")], ["../2017/table-03.txt", true]);
    });

    it("R11 takes over each point of the audit that shows no cell of a table left behind, and says where it stands", () => {
      const points =
        "P-1 表1 | 甲 | 总数 = A1\nP-3 表3 | 丙 | 总数 = A1；上年 = 上年(A1)\nP-4 表3 | 丁 | 总数 = A1；表1 = 1!A1";
      const read = readSet(new Map([...base, ["points.txt", points]]));
      const text = "年报 h 半年报\n周期 半年\n采用 2017 表 3";
      const taken = readSet(new Map([["set.txt", text]]), read.ok ? read.value : undefined);
      assert.ok(taken.ok, JSON.stringify(taken));
      const { points: asked, checks } = taken.value.set;
      assert.deepEqual(
        asked.map(({ code, file }) => [code, file]),
        [["P-3", "../2017/points.txt"]],
      );
      assert.deepEqual(
        checks.map(({ file }) => file),
        ["../2017/checks.txt"],
      );
    });

    it("R11 puts a check of its own in the place of one of the same code", () => {
      const read = half({ "checks.txt": "C-3 不允许 表3 | A1 >= A2 | 另一条" });
      assert.ok(read.ok, JSON.stringify(read));
      assert.deepEqual(
        read.value.set.checks.map(({ code, severity, file }) => [code, severity, file]),
        [["C-3", "error", undefined]],
      );
    });

    it("R11 puts tables of its own beside them, one of the same number in its place", () => {
      const own = half({
        "table-02.txt": tableText({ head: "表 2 乙", rows: "@两行" }),
        "table-03.txt": tableText({ head: "表 3 另一张" }),
      });
      assert.ok(own.ok, JSON.stringify(own));
      assert.deepEqual(
        own.value.set.tables.map(({ no, name }) => `${no} ${name}`),
        ["2 乙", "3 另一张"],
      );
    });

    it("R1 tells of a table that the other form has not, and of a form that is not there", () => {
      const wanted = { "set.txt": "年报 h 半年报\n周期 半年\n采用 2017 表 3 9" };
      const read = half(wanted);
      assert.deepEqual(read.ok || read.refusal.problems.map(({ problem, line, place }) => [problem, line, place]), [
        ["cell-unknown", 3, "9"],
      ]);
      assert.deepEqual(setProblems(wanted), ["heading-missing set.txt:3"]);
    });
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
    assert.deepEqual(setProblems(texts), ["tables-crooked table-02.txt:1"]);
  });

  it("R1 tells of a table that is there twice by the file of the second", () => {
    const five = tableText({ head: "表 5 甲" });
    const texts = { "set.txt": SET, "table-05.txt": five, "table-06.txt": five };
    assert.deepEqual(setProblems(texts), ["id-doubled table-06.txt:1"]);
  });

  it("R1 tells of named conditions that go round though nothing uses them", () => {
    const texts = {
      "set.txt": SET,
      "conditions.txt": "甲 | {乙} 且 入党日期 在 {期初} 至 {期末}\n乙 | {甲}\n丙 | {甲}",
    };
    assert.deepEqual(setProblems(texts), ["name-circular conditions.txt:1", "name-circular conditions.txt:2"]);
  });
});
