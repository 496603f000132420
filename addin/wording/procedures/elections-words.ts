import type { Language } from "#core/wording/language.ts";

export type ElectionState = "overdue" | "soon" | "unknown" | "later";

/** What the page of elections says (M19). */
export interface ElectionsWords {
  readonly about: string;
  readonly table: string;
  readonly columns: Readonly<
    Record<"name" | "secretary" | "elected" | "term" | "due" | "state" | "document" | "acts", string>
  >;
  readonly states: Readonly<Record<ElectionState, string>>;
  readonly counts: (overdue: number, soon: number) => string;
  readonly years: (term: string) => string;
  readonly report: string;
  readonly nobody: string;
  readonly title: (unit: string) => string;
  readonly explain: string;
  readonly electedOn: string;
  readonly term: string;
  readonly due: string;
  readonly dueUnknown: string;
  readonly way: string;
  readonly document: string;
  readonly documentHint: string;
  readonly secretary: string;
  readonly deputy: (number: number) => string;
  readonly addDeputy: string;
  readonly dropDeputy: string;
  readonly reason: string;
  readonly confirm: string;
  readonly done: (unit: string, due: string) => string;
}

export const electionsWords = {
  "zh-CN": {
    about:
      "各级党组织换届选举的时间、任期和届满日期。换届后上报选举结果：届满日期、书记和副书记随之更新，书记手机取自其本人记录，并告知上级。",
    table: "换届情况",
    columns: {
      ...{ name: "党组织", secretary: "书记", elected: "换届日期", term: "任期" },
      ...{ due: "届满日期", state: "情况", document: "批复文号", acts: "操作" },
    },
    states: { overdue: "▲ 已超期", soon: "● 半年内到期", unknown: "○ 未登记", later: "未到期" },
    counts: (overdue, soon) => `已超期 ${overdue} 个，半年内到期 ${soon} 个。`,
    years: (term) => `${term} 年`,
    report: "上报结果",
    nobody: "没有党组织。请先在“组织变动”中新增。",
    title: (unit) => `上报换届结果：${unit}`,
    explain: "书记须是本单位工作范围内的人员，其记录中须有手机号码。原书记、副书记未当选的，职务到换届之日止。",
    electedOn: "换届日期",
    term: "任期（年）",
    due: "下次届满日期",
    dueUnknown: "填写换届日期后自动算出",
    way: "选举方式",
    document: "批复文号",
    documentHint: "批复选举结果的文件",
    secretary: "书记",
    deputy: (number) => `副书记 ${number}`,
    addDeputy: "增加一名副书记",
    dropDeputy: "去掉这一名",
    reason: "备注",
    confirm: "上报",
    done: (unit, due) => `已上报${unit}的换届结果，下次届满日期 ${due}。`,
  },
  en: {
    about:
      "When units elected, for how long, and when the next election is due. Report a result: due date, secretary and deputies follow, his mobile comes from his own record, and the superior is told.",
    table: "Elections",
    columns: {
      ...{ name: "Unit", secretary: "Secretary", elected: "Elected on", term: "Term" },
      ...{ due: "Due", state: "State", document: "Document", acts: "Acts" },
    },
    states: { overdue: "▲ overdue", soon: "● within half a year", unknown: "○ not recorded", later: "not due" },
    counts: (overdue, soon) => `Overdue: ${overdue}; due within half a year: ${soon}.`,
    years: (term) => `${term} years`,
    report: "Report a result",
    nobody: "There is no unit yet: make one under Changes of units.",
    title: (unit) => `Result of the election: ${unit}`,
    explain:
      "The secretary is one of your own people, with a mobile in his record. Whoever was not elected again leaves office on the day of the election.",
    electedOn: "Elected on",
    term: "Term (years)",
    due: "Next due date",
    dueUnknown: "Follows from the day of the election",
    way: "Way of election",
    document: "Document",
    documentHint: "The one that approves the result",
    secretary: "Secretary",
    deputy: (number) => `Deputy ${number}`,
    addDeputy: "Add a deputy",
    dropDeputy: "Remove this one",
    reason: "Remark",
    confirm: "Report",
    done: (unit, due) => `The result of ${unit} was reported; the next election is due on ${due}.`,
  },
} satisfies Record<Language, ElectionsWords>;
