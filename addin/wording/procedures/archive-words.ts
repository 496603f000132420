import type { Archive } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";

export type ArchiveListName = Archive["list"];

/** What the page of full exports says (M16). */
export interface ArchiveWords {
  readonly about: string;
  readonly table: string;
  readonly columns: Readonly<Record<"list" | "last" | "people" | "period" | "due" | "acts", string>>;
  readonly lists: Readonly<Record<ArchiveListName, string>>;
  readonly never: string;
  readonly period: (from: string | null, to: string) => string;
  readonly done: (next: string) => string;
  readonly due: (month: string) => string;
  readonly month: (day: string) => string;
  readonly take: string;
  readonly title: (list: string) => string;
  readonly means: (period: string) => string;
  readonly saved: (name: string) => string;
  readonly earlier: string;
  readonly earlierColumns: Readonly<Record<"at" | "list" | "period" | "people", string>>;
  readonly none: string;
}

export const archiveWords = {
  "zh-CN": {
    about:
      "党员、转出党员、转入党员全库导出，至少每年六月和十二月各一次。文件以党组织和起止日期命名，自上次导出之日起至今天；其中号码不隐去，导出的人、原因和文件校验值都写入审计。",
    table: "归档导出",
    columns: {
      ...{ list: "内容", last: "上次导出", people: "上次条数", period: "本次起止", due: "到期情况", acts: "操作" },
    },
    lists: { members: "党员信息全库", "transfers-out": "转出党员", "transfers-in": "转入党员" },
    never: "尚未导出",
    period: (from, to) => (from === null ? `截至 ${to}` : `${from}～${to}`),
    done: (next) => `已完成，下次 ${next}`,
    due: (month) => `▲ ${month}应导出，尚未完成`,
    month: (day) => `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月`,
    take: "导出",
    title: (list) => `导出：${list}`,
    means: (period) => `导出${period}的全库，含完整号码，请按保密规定保管。`,
    saved: (name) => `已导出 ${name}。`,
    earlier: "以往的归档导出",
    earlierColumns: { at: "时间", list: "内容", period: "起止", people: "条数" },
    none: "还没有归档导出。在上表选择内容后点“导出”。",
  },
  en: {
    about:
      "Full exports of members, transfers out and transfers in, at least each June and December. Named with the unit and the period since the last one; numbers stand in full, and who took it, why and the file's hash are in the audit.",
    table: "Full exports",
    columns: {
      ...{ list: "What", last: "Last export", people: "Rows then", period: "This period", due: "Due", acts: "Acts" },
    },
    lists: { members: "All members", "transfers-out": "Transfers out", "transfers-in": "Transfers in" },
    never: "never",
    period: (from, to) => (from === null ? `until ${to}` : `${from} to ${to}`),
    done: (next) => `done; next in ${next}`,
    due: (month) => `▲ due since ${month}`,
    month: (day) => day.slice(0, 7),
    take: "Export",
    title: (list) => `Export: ${list}`,
    means: (period) => `Everything ${period}, with whole numbers: keep it as the secrecy rules ask.`,
    saved: (name) => `${name} was exported.`,
    earlier: "Earlier full exports",
    earlierColumns: { at: "When", list: "What", period: "Period", people: "Rows" },
    none: "There is none yet: choose what to export in the table above.",
  },
} satisfies Record<Language, ArchiveWords>;
