import type { Language } from "#core/wording/language.ts";

export type RecordsPage = "rosters" | "findings" | "required" | "search" | "questions" | "import";

/** What the screens of people and units say, apart from sheets and refusals. */
export interface RecordsWords {
  readonly title: string;
  readonly about: string;
  readonly unit: string;
  readonly list: string;
  readonly on: string;
  readonly onHint: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly open: string;
  readonly back: string;
  readonly refresh: string;
  readonly fit: string;
  readonly loading: string;
  readonly cancel: string;
  readonly failed: string;
  readonly retry: string;
  readonly rows: (count: number) => string;
  readonly accepted: (count: number) => string;
  readonly notAccepted: (count: number) => string;
  readonly panel: string;
  readonly closePanel: string;
  readonly tabs: { readonly changes: string; readonly added: string; readonly person: string };
  readonly legend: string;
  readonly send: string;
  readonly added: {
    readonly none: string;
    readonly about: string;
    readonly row: (name: string, address: string) => string;
    readonly unnamed: string;
    readonly add: string;
    readonly adding: string;
    readonly go: string;
    readonly done: (name: string) => string;
    /** Before a refresh. */
    readonly gone: (rows: number) => string;
  };
  readonly batch: {
    readonly title: string;
    readonly about: string;
    readonly rows: string;
    readonly selected: (rows: number) => string;
    readonly all: (rows: number) => string;
    readonly field: string;
    readonly value: string;
    readonly onlyEmpty: string;
    readonly confirm: string;
    readonly nothing: string;
  };
  readonly output: {
    readonly title: string;
    readonly about: (rows: number) => string;
    readonly unsent: string;
    readonly done: (name: string) => string;
  };
  readonly choose: string;
  readonly noUnits: string;
  readonly notInRosters: string;
  readonly pages: Readonly<Record<RecordsPage, string>>;
}

export const recordsWords = {
  "zh-CN": {
    title: "党员信息",
    about: "名册在表格中维护：直接修改或整列粘贴，提交后逐格给出结果。",
    unit: "党组织",
    list: "名册",
    on: "截至日期",
    onHint: "不填为今天",
    filter: "条件",
    filterHint: "例如：性别 = 女 且 年龄 <= 35",
    open: "打开名册",
    back: "返回",
    refresh: "刷新",
    fit: "调整列宽",
    loading: "正在打开名册……",
    cancel: "取消",
    failed: "名册没有打开。",
    retry: "重试",
    rows: (count) => `共 ${count} 条`,
    accepted: (count) => `已接受 ${count} 处修改。`,
    notAccepted: (count) => `${count} 处修改未被接受，原因写在各格批注和右侧列表中。`,
    panel: "侧栏",
    closePanel: "关闭侧栏",
    tabs: { changes: "修改", added: "新增人员", person: "人员卡片" },
    legend: "图例",
    send: "提交修改",
    added: {
      none: "在表末空行填写姓名、公民身份号码等，即可在这里逐人新增。",
      about: "以下各行还不是系统中的人员。确认后逐人新增；已有记录的人不会重复建立。",
      row: (name, address) => `${name}（${address}）`,
      unnamed: "未填姓名",
      add: "新增此人",
      adding: "正在新增……",
      go: "转到该行",
      done: (name) => `已新增 ${name}。刷新后按名册顺序显示。`,
      gone: (rows) => `名册下方还有 ${rows} 行没有新增的人员，刷新后会丢失。确定刷新吗？`,
    },
    batch: {
      title: "批量填写一列",
      about: "把同一个值填入一列。先在表中选中若干行，可以只填这些行。填写后先在表中标出，提交才生效。",
      rows: "填写范围",
      selected: (rows) => `表中选中的 ${rows} 行`,
      all: (rows) => `名册中的全部 ${rows} 条`,
      field: "列",
      value: "值",
      onlyEmpty: "只填空白格",
      confirm: "填入表中",
      nothing: "没有可以填写的格。",
    },
    output: {
      title: "导出名册",
      about: (rows) =>
        `导出表中 ${rows} 条记录，身份证号和电话隐去中间各位；导出的人、原因、条件和文件校验值写入审计。`,
      unsent: "尚未提交的修改不在导出的文件里。",
      done: (name) => `已导出 ${name}。`,
    },
    choose: "请选择党组织和名册，然后打开。",
    noUnits: "本账号没有可以维护的党组织。",
    notInRosters: "名册没有支撑材料和争议记录。",
    pages: {
      rosters: "名册",
      findings: "信息校核",
      required: "必填项完整率",
      search: "查找与查重",
      questions: "统计分析",
      import: "导入",
    },
  },
  en: {
    title: "Members",
    about: "Rosters are kept in sheets: type or paste columns; after sending, each cell says what became of it.",
    unit: "Unit",
    list: "List",
    on: "As of",
    onHint: "Empty: today",
    filter: "Condition",
    filterHint: "For example: sex = female and age <= 35",
    open: "Open",
    back: "Back",
    refresh: "Refresh",
    fit: "Fit columns",
    loading: "Opening the list…",
    cancel: "Cancel",
    failed: "The list was not opened.",
    retry: "Try again",
    rows: (count) => `${count} records`,
    accepted: (count) => `${count} changes accepted.`,
    notAccepted: (count) =>
      `${count} changes were not accepted; the reasons stand in the cells' notes and in the list.`,
    panel: "Panel",
    closePanel: "Close the panel",
    tabs: { changes: "Changes", added: "New people", person: "Person" },
    legend: "Legend",
    send: "Send changes",
    added: {
      none: "Write name, ID number and so on in an empty row below the table to add people here.",
      about: "These rows are nobody in the records yet. Add them one by one; who is there already is not made twice.",
      row: (name, address) => `${name} (${address})`,
      unnamed: "no name",
      add: "Add",
      adding: "Adding…",
      go: "Go to row",
      done: (name) => `${name} was added. After a refresh the row stands in its place.`,
      gone: (rows) => `${rows} rows below the roster were not added; a refresh takes them away. Refresh?`,
    },
    batch: {
      title: "Fill a column",
      about:
        "Puts one value into a column; select rows in the sheet first to fill only those. It is marked first and counts when sent.",
      rows: "For",
      selected: (rows) => `the ${rows} rows selected in the sheet`,
      all: (rows) => `all ${rows} records of the roster`,
      field: "Column",
      value: "Value",
      onlyEmpty: "Only empty cells",
      confirm: "Fill in",
      nothing: "There is no cell to fill in.",
    },
    output: {
      title: "Export the roster",
      about: (rows) =>
        `The ${rows} records shown, with numbers masked; who took it, why, what was asked and the file's hash are kept in the audit.`,
      unsent: "Changes that were not sent yet are not in the file.",
      done: (name) => `${name} was exported.`,
    },
    choose: "Choose a unit and a list, then open it.",
    notInRosters: "Rosters have neither evidence nor disputes.",
    noUnits: "There is no unit whose records this account keeps.",
    pages: {
      rosters: "Lists",
      findings: "Record checks",
      required: "Required fields",
      search: "Search and duplicates",
      questions: "Analysis",
      import: "Import",
    },
  },
} satisfies Record<Language, RecordsWords>;
