import type { ForeignSheet, ForeignValue } from "./writers.ts";

/** Numbers that pass GB 11643 and belong to nobody: area codes that were never given out. */
export const MADE_UP_IDS = ["11010519491231002X", "440524188001010014"];

const BOTH_SHEETS_SAY = "填表说明：\n1. “出生年月”填至月，如 1969.01；\n2. “学历代码”前请勿加空格。";

/** Blanks before codes, dates as text beside real ones, notes merged under the data, a result expected in a last column. */
export const UNIVERSITY_ROSTER: ForeignSheet = {
  name: "党员信息采集表",
  merges: ["A1:H1", "A6:H9"],
  rows: [
    ["××大学机械学院党员信息采集表"],
    ["序号", " 姓  名", "公民身份号码", "出生年月", "学历代码", "入党时间", "联系电话", "导入结果"],
    [1, "张三 ", "11010519491231002X", "1949.12", " 020100", [29_037], "１３８００００００００", null],
    [2, "李　四", "440524188001010014", "1880-01", "21", [46_082], "139 0000 0000", null],
    [],
    [BOTH_SHEETS_SAY],
  ],
};

/** Headings in two levels, a unit's name merged over its people, subtotals, headings repeated for the printer. */
export const HOSPITAL_ROSTER: ForeignSheet = {
  name: "Sheet1",
  merges: ["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3", "A4:A5", "A8:A9", "D8:E8"],
  rows: [
    ["市第一医院党员花名册（2026年）"],
    ["所在支部", "姓名", "性别", "联系方式", null, "入党日期", "月交党费"],
    [null, null, null, "手机", "固定电话", null, null],
    ["内科支部", "王五", "男", 13800000000, "010-62750000", "2001年7月1日", 12.5],
    [null, "赵六", "女", 13900000000, null, "2003年7月", 20],
    ["小计", null, null, null, null, null, { formula: "SUM(G4:G5)", value: 32.5 }],
    [],
    ["所在支部", "姓名", "性别", "联系方式", null, "入党日期", "月交党费"],
    [null, null, null, "手机", "固定电话", null, null],
    ["外科支部", "孙七", "男", 13700000000, null, "20050701", 0.2],
    ["合计", null, null, null, null, null, { formula: "G6+G10", value: 32.7 }],
  ],
};

/** Two layouts of the same table one under another, and a second sheet nobody sees. */
export const COMPANY_ROSTERS: readonly ForeignSheet[] = [
  {
    name: "党员名册",
    merges: ["A1:D1", "A6:E6"],
    rows: [
      ["一、正式党员"],
      ["姓名", "性别", "身份证号", "入党日期"],
      ["周八", "男", "11010519491231002X", "1999-07-01"],
      ["吴九", "女", "440524188001010014", [36_342]],
      [],
      ["二、预备党员（另一张表）"],
      ["序号", "身份证号", "姓名", "民族", "是否困难党员"],
      [1, "11010519491231002X", "郑十", "汉族", false],
    ],
  },
  { name: "_代码", state: "hidden", rows: [["男"], ["女"]] },
];

/** What every writer's copy of this sheet must be read as. */
export const SAME_SHEET: ForeignSheet = {
  name: "名册 & 附表",
  merges: ["A1:C1"],
  rows: [
    ["标题 <一>", null, null],
    ["姓名", "出生日期", "党费"],
    [" 张三 ", [25_204], 12.5],
    ["O'Neil", [46_082], { formula: "SUM(C3:C3)*2", value: 25 }],
    [true, "1969.01", 0],
    ["第一行\n第二行", null, -3],
  ],
};

export function bigRoster(people: number): ForeignSheet {
  const rows: ForeignValue[][] = [["序号", "姓名", "性别", "民族"]];
  for (let index = 1; index <= people; index += 1)
    rows.push([index, `某${String(index)}`, index % 2 === 0 ? "女" : "男", "汉族"]);
  return { name: "名册", rows };
}
