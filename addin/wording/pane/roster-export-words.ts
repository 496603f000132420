import type { Language } from "#core/wording/language.ts";

/** Apart from the other words of the pane: only who goes there with a roster loads them. */
export interface RosterExportWords {
  readonly about: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly act: string;
  readonly notCompared: string;
}

export const rosterExportWords: Readonly<Record<Language, RosterExportWords>> = {
  "zh-CN": {
    about: "把当前名册导出为工作簿，含服务中保存的最新内容。导出的理由和文件都会留痕。",
    reason: "导出理由",
    reasonHint: "例如：报送组织部核对。",
    act: "导出名册（.xlsx）",
    notCompared: "名册不与往年对比；历次修改在工作台的人员卡片中查看。",
  },
  en: {
    about: "Exports this roster as a workbook, as the service has it. Reason and file are logged.",
    reason: "What it is for",
    reasonHint: "For example: for the organisation department to check.",
    act: "Export the roster (.xlsx)",
    notCompared: "Rosters are not compared with other years; the history of a person is on the card in the workbench.",
  },
};
