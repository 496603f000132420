import type { Language } from "#core/wording/language.ts";

/** Pages of the place 组织工作, in the order of an officer's year. */
export type ProceduresPage =
  "plan" | "admission" | "conversion" | "transfers" | "leaving" | "dues" | "units" | "elections" | "archive";

/** What the place of procedures says; each page has words of its own. */
export interface ProceduresWords {
  readonly title: string;
  readonly about: string;
  readonly pages: Readonly<Record<ProceduresPage, string>>;
}

export const proceduresWords = {
  "zh-CN": {
    title: "组织工作",
    about: "发展、转正、转接、党费、换届等办理事项；每项办结后，记录、名册和提醒同时更新。",
    pages: {
      plan: "发展计划",
      admission: "吸收预备党员",
      conversion: "转正",
      transfers: "组织关系转接",
      leaving: "出党与恢复",
      dues: "党费",
      units: "组织变动",
      elections: "换届",
      archive: "归档导出",
    },
  },
  en: {
    title: "Procedures",
    about: "Plan, admission, conversion, transfers, dues, elections: records, lists and reminders follow each act.",
    pages: {
      plan: "Plan and list",
      admission: "Admission",
      conversion: "Conversion",
      transfers: "Transfers",
      leaving: "Leaving and restoring",
      dues: "Dues",
      units: "Changes of units",
      elections: "Elections",
      archive: "Archive",
    },
  },
} satisfies Record<Language, ProceduresWords>;
