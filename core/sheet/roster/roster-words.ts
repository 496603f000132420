import { STATE_LABELS_ZH, type StateLabels } from "../draft/state-labels.ts";

/** Everything a roster's sheets say beside the labels of fields and codes, which come with the view. */
export interface RosterWords {
  /** Which labels of fields, codes and findings are shown. */
  readonly labels: "zh" | "en";
  /** By key of the list; an unknown list is called like its key. */
  readonly lists: Readonly<Record<string, string>>;
  /** {unit} {list} */
  readonly title: string;
  /** {day} {count} {filter} */
  readonly info: string;
  readonly everybody: string;
  readonly yes: string;
  readonly no: string;
  /** Note of a required cell that is empty (M2). */
  readonly missing: string;
  /** Note of a phone that shows its last digits only. */
  readonly masked: string;
  /** Note of a filled ID number. */
  readonly maskedLocked: string;
  /** Notes of headings. */
  readonly byProcedure: string;
  readonly computed: string;
  readonly required: string;
  /** {explanation} */
  readonly explained: string;
  /** {lowest} {highest} */
  readonly range: string;
  readonly guide: {
    readonly sheet: string;
    readonly title: string;
    readonly lines: readonly string[];
    readonly list: string;
    readonly code: string;
    readonly label: string;
    readonly retired: string;
    readonly legend: string;
  };
  readonly states: StateLabels;
  /** {title} {unit} {day}; footer {unit} {account} {time} */
  readonly printHeader: string;
  readonly printFooter: string;
}

export const ROSTER_WORDS_ZH: RosterWords = {
  labels: "zh",
  lists: {
    members: "党员名册",
    applicants: "入党申请人、积极分子和发展对象名册",
    "due-for-conversion": "需要转正的预备党员",
    hardship: "困难党员名册",
    abroad: "出国（境）党员名册",
    lost: "失联党员名册",
    "transfers-in": "组织关系转入",
    "transfers-out": "组织关系转出",
    dues: "党费缴纳",
    left: "已离开人员",
    units: "党组织名册",
    elections: "换届情况",
    plan: "下一年度发展党员计划",
    "year-list": "本年计划发展对象名单",
    findings: "信息校核",
    duplicates: "疑似重复人员",
    question: "组合查询",
  },
  title: "{unit}　{list}",
  info: "截至 {day}　共 {count} 条　条件：{filter}",
  everybody: "全部",
  yes: "是",
  no: "否",
  missing: "必填项，尚未填写：请直接填写本格",
  masked: "号码只显示首尾：要更改，请直接填写完整的新号码",
  maskedLocked: "证件号码只显示首尾：查看或更正请在人员卡片中办理",
  byProcedure: "由相应程序办理，不在表中直接修改",
  computed: "按日期自动得出，不必填写",
  required: "必填项；* 为尚未填写",
  explained: "说明：{explanation}",
  range: "请填写 {lowest} 至 {highest} 之间的数",
  guide: {
    sheet: "说明与代码",
    title: "填写说明与代码",
    lines: [
      "黄色格可以直接修改或整列粘贴，提交后逐格给出结果；未被接受的格保留原样并在批注中写明原因。",
      "日期写成 2026-03-01，只到月的写成 2026-03；2026.3.1、2026年3月1日 等写法也能识别。",
      "代码列可以填名称，也可以填代码。",
      "在表末空行填写的人员作为新增人员提出，须在侧栏中逐人确认，不会随提交自动建立。",
      "可以排序、筛选、移动行；请整行移动，不要只移动可见的几列。",
    ],
    list: "代码表",
    code: "代码",
    label: "名称",
    retired: "（已停用）",
    legend: "图例",
  },
  states: STATE_LABELS_ZH,
  printHeader: "{title}",
  printFooter: "{unit}　导出账号：{account}　导出时间：{time}",
};
