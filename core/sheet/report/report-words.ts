import { STATE_LABELS_ZH, type StateLabels } from "../draft/state-labels.ts";

/** Everything a report's sheets say beside the form's own texts. Blanks in braces are filled by `fillWords`. */
export interface ReportWords {
  readonly sheets: {
    readonly contents: string;
    /** {no}: short, because formulas name it: 表2!C5. */
    readonly table: string;
    readonly checks: string;
    readonly lastYear: string;
  };
  /** {title} {unit} */
  readonly bookTitle: string;
  readonly rehearsal: string;
  /** Of an empty form for an earlier year's figures. {year} {title} */
  readonly opening: string;
  /** {no} {name} */
  readonly tableTitle: string;
  /** {maker} {unit} {day} */
  readonly head: string;
  /** {head} {clerk} {reportedOn} */
  readonly foot: string;
  /** Where nobody has handed it in yet: room for a pen. */
  readonly noDay: string;
  readonly stub: string;
  readonly code: string;
  /** Before the letters of the columns. */
  readonly letters: string;
  readonly supplement: string;
  readonly reason: string;
  readonly reasonNote: string;
  readonly amount: string;
  readonly whole: string;
  /** Notes of cells. {why} */
  readonly manual: string;
  /** {who} {at} {generated} {reason} */
  readonly override: string;
  /** {then} {generated} */
  readonly stale: string;
  /** {remark} */
  readonly remark: string;
  /** {code} {text} */
  readonly finding: string;
  readonly contents: {
    readonly title: string;
    readonly columns: Readonly<Record<"no" | "name" | "errors" | "explains" | "open", string>>;
    readonly between: string;
    readonly total: string;
    readonly legend: string;
  };
  readonly checks: {
    readonly title: string;
    readonly columns: Readonly<
      Record<
        | "code"
        | "table"
        | "severity"
        | "left"
        | "relation"
        | "right"
        | "difference"
        | "verdict"
        | "text"
        | "explanation",
        string
      >
    >;
    readonly severity: Readonly<Record<"error" | "explain" | "hint", string>>;
    readonly passes: string;
    readonly fails: string;
    readonly waits: string;
    /** {table}, {line} */
    readonly row: string;
    readonly column: string;
  };
  readonly lastYear: {
    readonly title: string;
    readonly columns: Readonly<Record<"cell" | "table" | "value", string>>;
  };
  readonly states: StateLabels;
  /** {title} {unit} {day}; footer {unit} {account} {time} */
  readonly printHeader: string;
  readonly printFooter: string;
}

export const REPORT_WORDS_ZH: ReportWords = {
  sheets: { contents: "目录", table: "表{no}", checks: "校核", lastYear: "上年数" },
  bookTitle: "{title} {unit}",
  rehearsal: "（演练）",
  opening: "{year}年期初数　{title}",
  tableTitle: "表{no}　{name}",
  head: "制表机关：{maker}　　填报单位：{unit}　　截止日期：{day}",
  foot: "单位负责人：{head}　　填表人：{clerk}　　报出时间：{reportedOn}",
  noDay: "　　　年　　月　　日",
  stub: "项　目",
  code: "序号",
  letters: "栏号",
  supplement: "补充资料",
  reason: "强制修改理由",
  reasonNote: "改动本行自动生成的数（白格）时，在此写明理由，不少于6个字。手工填写的数（绿格）不需要理由。",
  amount: "请填写 0 至 999999999.99 之间的数",
  whole: "请填写 0 至 999999999 之间的整数",
  manual: "手工填写：{why}",
  override: "强制修改：{who} {at}\n生成值：{generated}\n理由：{reason}",
  stale: "过期（记录已变动）：修改时为 {then}，现在为 {generated}，请重新核实",
  remark: "上级批注：{remark}",
  finding: "校核 {code}：{text}",
  contents: {
    title: "报表目录",
    columns: { no: "表号", name: "表名", errors: "不允许", explains: "需说明", open: "待填" },
    between: "表间校核",
    total: "合计",
    legend: "图例",
  },
  checks: {
    title: "报表校核",
    columns: {
      code: "序号",
      table: "报表",
      severity: "审核类型",
      left: "左边值",
      relation: "关系",
      right: "右边值",
      difference: "差",
      verdict: "结论",
      text: "说明",
      explanation: "情况说明",
    },
    severity: { error: "不允许", explain: "需说明", hint: "提示" },
    passes: "通过",
    fails: "不符",
    waits: "待填",
    row: "{table} 行{line}",
    column: "{table} 列{line}",
  },
  lastYear: { title: "上年数", columns: { cell: "格", table: "报表", value: "上年数" } },
  states: { ...STATE_LABELS_ZH, stale: "过期（记录已变动）", error: "校核不允许", explain: "校核需说明" },
  printHeader: "{title}　{unit}　{day}",
  printFooter: "{unit}　导出账号：{account}　导出时间：{time}",
};
