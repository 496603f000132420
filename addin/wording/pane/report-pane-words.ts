import type { Language } from "#core/wording/language.ts";

/** What the pane says about annual reports; apart from its other words: only who opens one loads them. */
export interface ReportPaneWords {
  readonly open: string;
  readonly offline: string;
  readonly choose: string;
  readonly manual: string;
  readonly notHere: string;
  readonly person: (name: string) => string;
  readonly all: (count: number) => string;
  readonly whole: string;
  readonly back: string;
  readonly export: { readonly about: string; readonly reasonHint: string; readonly act: string };
}

export const reportPaneWords: Readonly<Record<Language, ReportPaneWords>> = {
  "zh-CN": {
    open: "打开报表",
    offline: "登录并连上服务后可以查看。",
    choose: "在报表中选一个数，这里列出它统计的每一条记录。",
    manual: "这一格是手填的，记录中没有对应的名单。",
    notHere: "年报没有支撑材料和争议记录。",
    person: (name) => `查看 ${name}`,
    all: (count) => `全部列出（${count}）`,
    whole: "返回本单位全部",
    back: "返回",
    export: {
      about: "把整套报表导出为工作簿，含服务中保存的最新内容。导出的理由和文件都会留痕。",
      reasonHint: "例如：报送组织部核对。",
      act: "导出整套报表（.xlsx）",
    },
  },
  en: {
    open: "Open report",
    offline: "Shown once you are signed in and the service answers.",
    choose: "Select a number in the report; every record that it counts is listed here.",
    manual: "This cell is filled in by hand; no records stand behind it.",
    notHere: "Annual reports have no evidence and no disputes.",
    person: (name) => `Look at ${name}`,
    all: (count) => `List all (${count})`,
    whole: "Back to the whole unit",
    back: "Back",
    export: {
      about: "Exports the whole set as a workbook, as the service has it. Reason and file are logged.",
      reasonHint: "For example: for the organisation department to check.",
      act: "Export the set (.xlsx)",
    },
  },
};
