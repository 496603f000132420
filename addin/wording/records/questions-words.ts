import type { FieldGroup } from "#core/people/field/field.ts";
import type { Language } from "#core/wording/language.ts";

/** What the page of free questions says (M22). */
export interface QuestionsWords {
  readonly about: string;
  readonly saved: string;
  readonly savedNone: string;
  readonly choose: string;
  readonly remove: string;
  readonly removeAbout: (name: string) => string;
  readonly condition: string;
  readonly conditionHint: string;
  readonly at: (place: number, problem: string) => string;
  readonly help: string;
  readonly field: string;
  readonly year: string;
  readonly by: string;
  readonly value: string;
  readonly chooseValue: string;
  readonly insert: string;
  readonly joins: { readonly and: string; readonly or: string; readonly not: string };
  readonly compare: { readonly is: string; readonly isNot: string; readonly filled: string; readonly empty: string };
  readonly texts: Readonly<Record<"and" | "or" | "not" | "filled" | "empty" | "contains" | "yes" | "no", string>>;
  readonly rows: string;
  readonly columns: string;
  readonly none: string;
  readonly bands: string;
  readonly bandsHint: string;
  readonly ask: string;
  readonly open: string;
  readonly save: string;
  readonly saveTitle: string;
  readonly saveName: string;
  readonly saveOver: (name: string) => string;
  readonly savedAs: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly output: string;
  readonly countFirst: string;
  readonly outputTitle: string;
  readonly outputAbout: string;
  readonly outputDone: (name: string) => string;
  readonly count: (count: number) => string;
  readonly table: string;
  readonly people: string;
  readonly total: string;
  readonly empty: string;
  readonly atLeast: (from: string) => string;
  readonly chart: string;
  readonly chartText: (bars: readonly string[]) => string;
  readonly groups: Readonly<Record<FieldGroup, string>>;
  readonly readOnly: string;
}

export const questionsWords = {
  "zh-CN": {
    about: "任意组合条件，统计人数，按一项或两项分类列表、画图，打开名单，保存以便再用，导出为表格。",
    saved: "已保存的统计",
    savedNone: "还没有保存的统计。",
    choose: "请选择",
    remove: "删除",
    removeAbout: (name) => `删除已保存的统计“${name}”？下级党组织也不再看到它。`,
    condition: "条件",
    conditionHint: "如：性别 = 女 且 年龄 <= 35；不填为全部人员。可在下面选择字段和取值，插入条件。",
    at: (place, problem) => `第 ${place} 个字处：${problem}。`,
    help: "插入条件",
    field: "字段",
    year: "年份",
    by: "比较",
    value: "取值",
    chooseValue: "选择或填写取值",
    insert: "插入",
    joins: { and: "且", or: "或", not: "非" },
    compare: { is: "等于", isNot: "不等于", filled: "不为空", empty: "为空" },
    texts: {
      ...{ and: "且", or: "或", not: "非", filled: "不为空", empty: "为空", contains: "包含" },
      ...{ yes: "是", no: "否" },
    },
    rows: "按行分类",
    columns: "按列分类",
    none: "不分类",
    bands: "行分段",
    bandsHint: "数字分段的上限，如 30、35、40；不填则逐个列出",
    ask: "统计",
    open: "打开名单",
    save: "保存",
    saveTitle: "保存这项统计",
    saveName: "名称",
    saveOver: (name) => `替换“${name}”`,
    savedAs: (name) => `已保存“${name}”。`,
    removed: (name) => `已删除“${name}”。`,
    output: "导出表格",
    countFirst: "请先统计，再导出结果。",
    outputTitle: "导出统计结果",
    outputAbout: "导出条件、人数和分类表，不含个人信息；导出的人和原因写入审计。",
    outputDone: (name) => `已导出 ${name}。`,
    count: (count) => `共 ${count} 人`,
    table: "统计结果",
    people: "人数",
    total: "合计",
    empty: "（空）",
    atLeast: (from) => `${from} 及以上`,
    chart: "统计图",
    chartText: (bars) => `各类人数：${bars.join("，")}。数字同下表。`,
    groups: {
      ...{ identity: "基本情况", education: "学历学位", work: "工作岗位", development: "发展党员" },
      ...{ membership: "党籍和组织关系", situation: "特殊情况", dues: "党费", contact: "联系方式", unit: "党组织" },
    },
    readOnly: "只读账号不能保存或删除。",
  },
  en: {
    about:
      "Combine any conditions, count, break down by one or two fields, draw a chart, open the people as a list, save the question and export the answer.",
    saved: "Saved questions",
    savedNone: "No question was saved yet.",
    choose: "Choose",
    remove: "Delete",
    removeAbout: (name) => `Delete the saved question "${name}"? The units below will not see it any more either.`,
    condition: "Condition",
    conditionHint: "Sex = female and Age <= 35; empty: everybody. Fields and values can be picked below.",
    at: (place, problem) => `At character ${place}: ${problem}.`,
    help: "Insert a condition",
    field: "Field",
    year: "Year",
    by: "Comparison",
    value: "Value",
    chooseValue: "Choose or type a value",
    insert: "Insert",
    joins: { and: "and", or: "or", not: "not" },
    compare: { is: "is", isNot: "is not", filled: "is filled", empty: "is empty" },
    texts: {
      ...{ and: "and", or: "or", not: "not", filled: "filled", empty: "empty", contains: "contains" },
      ...{ yes: "Yes", no: "No" },
    },
    rows: "Rows by",
    columns: "Columns by",
    none: "Nothing",
    bands: "Bands of the rows",
    bandsHint: "Upper ends of numbers: 30, 35, 40; empty: one by one",
    ask: "Count",
    open: "Open the list",
    save: "Save",
    saveTitle: "Save this question",
    saveName: "Name",
    saveOver: (name) => `Replace "${name}"`,
    savedAs: (name) => `"${name}" was saved.`,
    removed: (name) => `"${name}" was deleted.`,
    output: "Export the table",
    countFirst: "Count first; the answer is what is exported.",
    outputTitle: "Export the answer",
    outputAbout: "Condition, count and table, without anybody's data; who took it and why is kept in the audit.",
    outputDone: (name) => `${name} was exported.`,
    count: (count) => `${count} people`,
    table: "Answer",
    people: "People",
    total: "Total",
    empty: "(empty)",
    atLeast: (from) => `${from} and above`,
    chart: "Chart",
    chartText: (bars) => `People: ${bars.join("; ")}. The table has the same figures.`,
    groups: {
      ...{ identity: "Identity", education: "Education", work: "Work", development: "Development" },
      ...{ membership: "Membership", situation: "Situation", dues: "Dues", contact: "Contact", unit: "Unit" },
    },
    readOnly: "A read-only account saves and deletes nothing.",
  },
} satisfies Record<Language, QuestionsWords>;
