import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { IntakeField } from "#core/intake/mapping/intake-field.ts";
import type { Mapping, RememberedMapping } from "#core/intake/mapping/mapping.ts";
import { proposeMapping } from "#core/intake/mapping/propose-mapping.ts";
import type { SeenMerge, SeenRow } from "#core/intake/seen-workbook.ts";
import { findTables } from "#core/intake/table/find-tables.ts";
import { merges, seenRows } from "#test/builders/seen-sheet.ts";

const FIELDS: readonly IntakeField[] = [
  { key: "name", labels: ["姓名", "党员姓名"], shape: "text" },
  { key: "sex", labels: ["性别"], shape: "code", values: new Set(["男", "女", "男性", "女性", "1", "2"]) },
  { key: "idNumber", labels: ["公民身份号码", "身份证号"], shape: "id-number" },
  { key: "mobile", labels: ["手机", "移动电话", "联系电话"], shape: "mobile" },
  { key: "phone", labels: ["固定电话", "电话"], shape: "text" },
  { key: "birthDate", labels: ["出生日期", "出生年月"], shape: "date" },
  { key: "joinDate", labels: ["入党日期"], shape: "date" },
  {
    key: "education",
    labels: ["学历"],
    shape: "code",
    values: new Set(["大学本科毕业", "21"]),
    editions: ["1984", "2006"],
  },
];
const ID = "11010519491231002X";

interface Proposal extends Mapping {
  readonly fields: readonly (string | null)[];
}

function propose(
  rows: readonly SeenRow[],
  remembered: RememberedMapping | null = null,
  merged: readonly SeenMerge[] = [],
): Proposal {
  const labels = FIELDS.flatMap((field) => field.labels);
  const [table] = findTables(rows, { labels, merges: merged });
  assert.ok(table);
  const sample = rows.filter(({ row }) => row >= table.firstRow && row <= table.lastRow);
  const mapping = proposeMapping({ table, sample }, FIELDS, remembered);
  return { ...mapping, fields: mapping.columns.map(({ field }) => field) };
}

describe("fields proposed for the columns of a foreign table", () => {
  it("W8 by label and alias, however written", () => {
    const { fields, missing } = propose(
      seenRows(
        ["序号", " 姓  名*", "性别（男/女）", "身份证号码", "入党时间", "手机号码【必填】"],
        [1, "张三", "男", ID, "1999.07", "13800000000"],
      ),
    );
    assert.deepEqual(fields, [null, "name", "sex", "idNumber", "joinDate", "mobile"]);
    assert.deepEqual(missing, ["phone", "birthDate", "education"]);
  });
  it("W8 by the lowest of several headings", () => {
    const rows = seenRows(["姓名", "联系方式", null], [null, "手机", "固定电话"], ["张三", "13800000000", "62750000"]);
    const { fields, columns } = propose(rows, null, merges("A1:A2", "B1:C1"));
    assert.deepEqual(fields, ["name", "mobile", "phone"]);
    assert.equal(columns[1]?.header, "联系方式 / 手机");
  });
  it("W8 by the look of the values where headings say nothing", () => {
    const { columns } = propose(
      seenRows(
        ["姓名", "性别", "证件", "联络", "甲"],
        ["张三", "男", ID, "13800000000", "x"],
        ["李四", "女", ID, "13900000000", "y"],
      ),
    );
    assert.deepEqual(
      columns.map(({ field, by }) => [field, by]),
      [
        ["name", "label"],
        ["sex", "label"],
        ["idNumber", "shape"],
        ["mobile", "shape"],
        [null, "none"],
      ],
    );
  });
  it("W8 a heading that only resembles a label does not win over its values", () => {
    const { fields } = propose(seenRows(["姓名", "性别", "家庭联系电话及住址"], ["张三", "男", "某路 1 号"]));
    assert.deepEqual(fields, ["name", "sex", null]);
  });
  it("W8 one field has one column, the others are shown as conflicts", () => {
    const { fields, conflicts } = propose(
      seenRows(["姓名", "手机", "联系电话"], ["张三", "13800000000", "13900000000"]),
    );
    // The second best reading of a telephone's heading is the other telephone.
    assert.deepEqual(fields, ["name", "mobile", "phone"]);
    assert.deepEqual(conflicts, [{ field: "mobile", columns: [1, 2] }]);
  });
  it("W8 dates tell nothing by their look", () => {
    assert.deepEqual(propose(seenRows(["姓名", "性别", "日子"], ["张三", "男", "1999.07"])).fields, [
      "name",
      "sex",
      null,
    ]);
  });
  it("W8 a confirmed mapping comes back for the same layout, and only for it", () => {
    const rows = seenRows(["姓名", "性别", "甲"], ["张三", "男", "13800000000"]);
    const first = propose(rows);
    const confirmed: RememberedMapping = {
      layout: first.layout,
      columns: [
        { index: 0, field: "name", edition: null },
        { index: 1, field: null, edition: null },
        { index: 2, field: "phone", edition: null },
      ],
    };
    const again = propose(rows, confirmed);
    assert.deepEqual(again.fields, ["name", null, "phone"]);
    assert.deepEqual(
      again.columns.map(({ by }) => by),
      ["remembered", "none", "remembered"],
    );
    assert.deepEqual(propose(seenRows(["姓名", "甲", "性别"], ["张三", "1", "男"]), confirmed).fields, [
      "name",
      null,
      "sex",
    ]);
  });
  it("M1 the edition of bare education codes is never guessed from them", () => {
    const edition = (header: string, value: string) => {
      const column = propose(seenRows(["姓名", "性别", header], ["张三", "男", value])).columns[2];
      return [column?.field, column?.edition, column?.editionNeeded];
    };
    assert.deepEqual(edition("学历", "21"), ["education", null, true]);
    assert.deepEqual(edition("学历（GB/T 4658-2006）", "21"), ["education", "2006", false]);
    assert.deepEqual(edition("学历代码(1984年版)", "21"), ["education", "1984", false]);
    assert.deepEqual(edition("学历", "大学本科毕业"), ["education", null, false]);
  });
});
