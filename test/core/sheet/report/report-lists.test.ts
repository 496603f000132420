import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareBook } from "#core/sheet/report/lists/compare-book.ts";
import { contrastBook } from "#core/sheet/report/lists/contrast-book.ts";
import { drillBook } from "#core/sheet/report/lists/drill-book.ts";
import { findingsBook } from "#core/sheet/report/lists/findings-book.ts";
import { recordOfListKey } from "#core/sheet/report/lists/list-key.ts";
import type { DrillListView, ListedRow, ListFrame } from "#core/sheet/report/lists/list-views.ts";
import { REPORT_LIST_WORDS_ZH } from "#core/sheet/report/lists/list-words.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { calculateBook } from "#test/environment/calculate-book.ts";

const FRAME: ListFrame = {
  issue: { service: "s", definition: "d", change: 3, issuedAt: "2026-01-05T02:00:00.000Z", issuedTo: "138****0000" },
  ask: { setId: "2017", unitId: "unit-1", on: "2025-12-31" },
  unitName: "机关党总支",
};

function aRow(record: string, given: Partial<ListedRow> = {}): ListedRow {
  return {
    ...{ record, name: "=1+1", unitName: "第一支部", unitCode: "g1", idNumber: "110***********1234", age: "30" },
    ...{ sex: "女", ethnic: "汉族", facts: { post: "在岗职工" }, sign: 1, from: "1!A3" },
    ...given,
  };
}

const DRILL: DrillListView = {
  ...{ cell: "1!A2", title: "本年增加", value: 1, frozen: false, units: [], beside: [] },
  looked: [
    { key: "post", label: { zh: "工作岗位", en: "Post" } },
    { key: "sex", label: { zh: "性别", en: "Sex" } },
  ],
  rows: [aRow("person:a"), aRow("person:b"), aRow("person:a", { sign: -1, from: "1!A5" })],
  terms: [
    { cell: "1!A3", title: "发展党员", sign: 1, value: 2 },
    { cell: "1!A5", title: "恢复党籍", sign: -1, value: 1 },
    { cell: "1!A5", title: "恢复党籍", sign: 1, value: 4, lastYear: true },
  ],
};

function keysOf(sheet: Sheet | undefined): readonly string[] {
  return (sheet ? sheet.rows : []).flatMap(({ key }) => (key === null ? [] : [key]));
}

describe("lists that belong to a report, as sheets", () => {
  it("R5 lists who is counted, the signs of a formula along; each row opens its record, even who stands twice", () => {
    const [list, terms, ...more] = drillBook(DRILL, FRAME, REPORT_LIST_WORDS_ZH).sheets;
    assert.deepEqual(keysOf(list), ["person:a", "person:b", "person:a 1!A5"]);
    assert.deepEqual(keysOf(list).map(recordOfListKey), ["person:a", "person:b", "person:a"]);
    assert.deepEqual(
      list?.columns.map(({ key }) => key),
      ["unitName", "unitCode", "name", "idNumber", "age", "sex", "ethnic", "fact:post", "sign", "from"],
    );
    const signs = list.rows.slice(3).map(({ cells }) => [cells["sign"]?.value, cells["from"]?.value]);
    assert.deepEqual(signs, [
      ["＋", "1!A3"],
      ["＋", "1!A3"],
      ["－", "1!A5"],
    ]);
    assert.deepEqual(keysOf(terms), ["#term:1!A3", "#term:1!A5"]);
    assert.equal(more.length, 0);
    const titles = terms?.rows.slice(3).map(({ cells }) => cells["title"]?.value);
    assert.deepEqual(titles, ["发展党员", "恢复党籍", "上年　恢复党籍"]);
    assert.deepEqual([terms?.key, recordOfListKey("#term:1!A3")], ["terms", undefined]);
  });

  it("A14 what stands in a record never becomes a formula", () => {
    const [list] = drillBook(DRILL, FRAME, REPORT_LIST_WORDS_ZH).sheets;
    const name = list?.rows[3]?.cells["name"];
    assert.deepEqual([name?.value, name?.formula, name?.format], ["=1+1", undefined, "@"]);
  });

  it("R5 R8 a sum descends by unit, frozen lists say so, and what is not listed is told", () => {
    const book = drillBook(
      { ...DRILL, terms: [], frozen: true, left: 9, units: [{ unitId: "u1", name: "第一支部", value: 3 }] },
      FRAME,
      REPORT_LIST_WORDS_ZH,
    );
    assert.deepEqual(
      book.sheets.map(({ key }) => key),
      ["drill", "units"],
    );
    assert.match(String(book.sheets[0]?.rows[1]?.cells["unitName"]?.value), /上报时的记录.*另有 9 条/u);
    assert.deepEqual(keysOf(book.sheets[1]), ["unit:u1"]);
    assert.deepEqual([book.identity.kind, book.identity.subject], ["report-list", "report:2017:unit-1:2025-12-31"]);
  });

  it("R5 R13 beside the units stand the unit's own part and moves between them, so that the column adds up", () => {
    const units = [3, 2].map((value, at) => ({ unitId: `u${at}`, name: `第${at}支部`, value }));
    const beside = [
      { kind: "own", value: 1 },
      { kind: "between", value: -2 },
    ] as const;
    const drill = { ...DRILL, terms: [], value: 4, units, beside };
    const sheet = drillBook(drill, FRAME, REPORT_LIST_WORDS_ZH).sheets[1] ?? assert.fail("no units");
    const values = sheet.rows.slice(3).map(({ cells }) => Number(cells["value"]?.value));
    assert.deepEqual(values, [3, 2, 1, -2]);
    assert.match(String(sheet.rows[6]?.cells["unit"]?.value), /不重复计/u);
    assert.deepEqual(keysOf(sheet).map(recordOfListKey), ["unit:u0", "unit:u1", undefined, undefined]);
  });

  it("R5a a contrast has a sheet for each side, with the reason of each person, and tells what it does not list", () => {
    const why = { zh: "任现职日期 2026-01-05，晚于报告日期", en: "Post began 2026-01-05" };
    const book = contrastBook(
      {
        first: { cell: "1!A16", title: "实有数", value: 5 },
        second: { cell: "2!A1", title: "总计", value: 4 },
        ...{ both: 4, onlyFirst: [{ ...aRow("person:a"), why }], leftFirst: 3, onlySecond: [] },
      },
      FRAME,
      REPORT_LIST_WORDS_ZH,
    );
    assert.deepEqual(
      book.sheets.map(({ name, rows }) => [name, rows.length - 3]),
      [
        ["只在 1 A16", 1],
        ["只在 2 A1", 0],
      ],
    );
    assert.deepEqual(
      book.sheets[0]?.columns.slice(2, 4).map(({ key }) => key),
      ["name", "why"],
    );
    assert.equal(book.sheets[0].rows[3]?.cells["why"]?.value, why.zh);
    const info = book.sheets.map(({ rows }) => String(rows[1]?.cells["unitName"]?.value));
    assert.match(info[0] ?? "", /另一格没有的 4\s.*另有 3 条未列出/u);
    assert.doesNotMatch(info[1] ?? "", /另有/u);
  });

  it("R4 findings stand with 序号 报表 审核类型 左边值 关系 右边值 差 说明, and a click selects their cells", () => {
    const book = findingsBook(
      [
        {
          ...{ code: "D-1", severity: "error", line: "C", table: 2, text: "应相等", left: 4, relation: "=", right: 5 },
          ...{
            difference: -1,
            cells: ["2!C1", "2!C2"],
            wantsNames: false,
            explanation: null,
            old: null,
            exempt: false,
          },
        },
      ],
      FRAME,
      { report: REPORT_WORDS_ZH, lists: REPORT_LIST_WORDS_ZH },
    );
    const cells = book.sheets[0]?.rows[3]?.cells ?? {};
    const shown = ["code", "table", "severity", "left", "relation", "right", "difference", "text"].map(
      (key) => cells[key]?.value,
    );
    assert.deepEqual(shown, ["D-1", "表2 列C", "不允许", 4, "=", 5, -1, "应相等"]);
    assert.deepEqual([cells["table"]?.link, cells["severity"]?.state], ["cells:2!C1 2!C2", "error"]);
  });

  it("R6 both years stand side by side, difference and share computed in the sheet", async () => {
    const rows = [
      { cell: "1!A16", title: "实有数", now: 12, before: 9 },
      { cell: "2!B1", title: "预备党员", now: 4, before: 0 },
      { cell: "2!B2", title: "不知往年", now: 4, before: null },
      { cell: "2!C1", title: "差额", now: 4, before: -4 },
    ];
    const book = compareBook({ year: 2024, rows }, FRAME, REPORT_LIST_WORDS_ZH);
    const at = await calculateBook(book);
    const computed = [3, 4, 6].map((row) => [at("compare", row, 4), at("compare", row, 5)]);
    assert.deepEqual(computed, [
      [3, 33.3],
      [4, ""],
      [8, 200],
    ]);
    const shown = book.sheets[0]?.rows.slice(3).map(({ cells }) => [cells["difference"]?.value, cells["share"]?.value]);
    assert.deepEqual(shown, [
      [3, 33.3],
      [4, null],
      ["—", "—"],
      [8, 200],
    ]);
  });
});
