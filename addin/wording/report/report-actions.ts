import type { Language } from "#core/wording/language.ts";

/** What was done with annual reports, as the audit names it (A15). */
export const reportActions: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  "zh-CN": {
    exempt: "允许说明校核错误",
    unexempt: "撤销允许说明",
    "load-opening": "载入期初数",
    view: "查看上报的报表",
    "report-answer": "答复审核要点",
    "report-submit": "上报年报",
    "report-withdraw": "撤回年报",
    "report-return": "退回年报",
    "report-accept": "接受年报",
    "report-unlock": "解锁年报",
    "report-print": "登记年报打印",
  },
  en: {
    exempt: "Let a check be explained",
    unexempt: "No longer let a check be explained",
    "load-opening": "Load opening figures",
    view: "Look at a submitted report",
    "report-answer": "Answer a point of the audit",
    "report-submit": "Submit a report",
    "report-withdraw": "Withdraw a report",
    "report-return": "Return a report",
    "report-accept": "Accept a report",
    "report-unlock": "Unlock a report",
    "report-print": "Note a report's printing",
  },
};
