import type { ReportRefusal } from "#core/report/report-refusal.ts";

export type ReportSentences = {
  readonly [Code in ReportRefusal["code"]]: (refusal: Extract<ReportRefusal, { readonly code: Code }>) => string;
};

const ACTS = {
  submit: "上报",
  withdraw: "撤回",
  return: "退回",
  accept: "接受",
  unlock: "解锁",
  print: "登记打印",
} as const;

const STATES: Readonly<Record<string, string>> = {
  draft: "填报中",
  submitted: "已上报",
  returned: "已退回",
  accepted: "已接受",
  withdrawn: "已撤回",
  unlocked: "已解锁",
};

const PROBLEMS = {
  "not-a-number": "应为数字",
  "below-zero": "不能小于 0",
  "not-whole": "应为整数",
  "too-many-decimals": "最多两位小数",
  "too-big": "太大",
} as const;

export const reportSentencesZh = {
  "definition-unreadable": ({ problems }) =>
    `报表定义有 ${problems.length} 处错误（${problems[0]?.file ?? ""} 第 ${problems[0]?.line ?? 0} 行），请联系管理员。`,
  "report-set-unknown": ({ given, known }) => `没有“${given}”这套报表，现有：${known.join("、")}。`,
  "report-cell-no-list": ({ given }) => `${given} 的数不全是由名单统计的（有手工填写、相乘或上年的数），不能对照。`,
  "report-cell-unknown": ({ given }) => `报表中没有格 ${given}，或它不由系统生成。`,
  "report-frozen": ({ state }) => `报表${STATES[state]}，不能修改。如需修改，请先撤回或请上级退回、解锁。`,
  "report-cell-locked": ({ cell }) => `${cell} 由公式算出或表中没有这一格，不能填写。`,
  "report-value-wrong": ({ cell, given, problem }) => `${cell} ${PROBLEMS[problem]}，填写的是“${given}”。`,
  "report-check-unknown": ({ given }) => `没有“${given}”这条校核。`,
  "opening-year-wrong": ({ year, before }) => `期初数应为 ${before} 年以前的年度，填写的是 ${year} 年。`,
  "opening-empty": () => "没有可载入的期初数。",
  "report-not-due-here": ({ unit }) => `${unit}不单独上报，其数字计入上级党组织的报表。`,
  "report-rehearsal": ({ on }) => `${on} 不是报告期末，这是演练，不能上报。`,
  "report-not-ready": ({ open }) => `还有 ${open} 项没有达到上报条件，请在“上报”页查看。`,
  "report-state-wrong": ({ act, state }) => `报表${STATES[state] ?? state}，不能${ACTS[act]}。`,
  "report-seen-already": () => "上级已查看，不能撤回，请联系上级退回。",
  "report-too-early": ({ from }) => `报告所属年度 ${from} 才开始，现在不能上报。`,
  "report-parent-frozen": ({ unit, state }) =>
    `${unit}的报表${STATES[state]}，下级报表不能再退回修改，请先退回或解锁${unit}的报表。`,
  "report-point-unknown": ({ given }) => `没有“${given}”这个审核要点。`,
  "printed-day-wrong": ({ from, until }) => `打印日期应在 ${from} 至 ${until} 之间。`,
  "workbook-not-a-report": () => "这不是从本系统导出的报表。",
  "workbook-of-another-report": () => "这是另一套报表、另一个单位或另一个日期的报表，请在那里导入。",
  "workbook-of-another-form": () => "导出以后报表格式有了变动，请重新导出后填写。",
} as const satisfies ReportSentences;
