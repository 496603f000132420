import type { BesideUnits } from "#core/sheet/report/lists/list-views.ts";
import type { Language } from "#core/wording/language.ts";
import { countEn } from "../count-en.ts";

/** What is said about the records behind a number, corrections of them, and other years. */
export interface ReportTraceWords {
  readonly back: string;
  readonly value: string;
  readonly frozen: string;
  readonly nobody: string;
  readonly records: (count: number) => string;
  readonly more: (count: number) => string;
  readonly unlisted: (count: number) => string;
  readonly openSheet: string;
  readonly choose: string;
  readonly terms: string;
  readonly lastYear: (cell: string) => string;
  readonly units: string;
  readonly beside: Readonly<Record<BesideUnits, string>>;
  readonly record: string;
  readonly contrast: {
    readonly title: (first: string, second: string) => string;
    readonly both: (count: number) => string;
    readonly only: (cell: string, count: number) => string;
    readonly same: string;
  };
  readonly correct: {
    readonly title: string;
    readonly field: string;
    readonly value: string;
    readonly now: (text: string) => string;
    readonly empty: string;
    readonly look: string;
    readonly reason: string;
    readonly save: string;
    readonly locked: string;
    readonly saved: (before: number, after: number) => string;
    /** A later day begins a new entry of what is kept with dates. */
    readonly begins: (from: string) => string;
    /** The entry before has no last day that this one could set. */
    readonly beginsBeside: (from: string) => string;
    readonly moves: string;
    readonly movesNothing: string;
    readonly checks: string;
    readonly standings: string;
    readonly notReady: string;
    readonly becomes: Readonly<Record<"holds" | "fails", string>>;
    readonly full: string;
  };
  readonly compare: {
    readonly title: string;
    readonly about: string;
    readonly year: string;
    readonly sources: Readonly<Record<"submission" | "opening" | "none", string>>;
    readonly table: string;
    readonly allTables: string;
    readonly onlyChanged: string;
    readonly cell: string;
    readonly what: string;
    readonly now: string;
    readonly before: string;
    readonly difference: string;
    readonly share: string;
    readonly chart: string;
    readonly closeChart: string;
    readonly chartText: (years: string) => string;
    readonly nothing: string;
    readonly more: (count: number) => string;
    readonly output: string;
    readonly outputAbout: (year: number) => string;
  };
}

export const reportTraceWords = {
  "zh-CN": {
    back: "返回",
    value: "数值",
    frozen: "上报时的名单",
    nobody: "这一格没有统计到任何记录。",
    records: (count) => `${count} 条记录`,
    more: (count) => `另有 ${count} 条，请打开名单查看。`,
    unlisted: (count) => `其中 ${count} 条没有列出，请按下级党组织分解查看`,
    openSheet: "以表格打开名单",
    choose: "在名单中选择一行，这里显示该记录，可以更正。",
    terms: "由以下各格计算",
    lastYear: (cell) => `上年　${cell}`,
    units: "按下级党组织分解",
    beside: {
      own: "本级（不属于任何下级）",
      between: "下级之间变动（整体不重复计）",
      filled: "本级手工填报",
      "last-year": "上年数",
    },
    record: "记录",
    contrast: {
      title: (first, second) => `${first} 与 ${second} 对照`,
      both: (count) => `两格都有 ${count} 条`,
      only: (cell, count) => `只在 ${cell} 的 ${count} 条`,
      same: "两格统计的记录完全相同。",
    },
    correct: {
      title: "更正信息",
      field: "项目",
      value: "改为",
      now: (text) => `现为：${text}`,
      empty: "（空）",
      look: "先看影响",
      reason: "依据",
      save: "保存更正",
      locked: "这条记录不归本账号维护，或报表已冻结。",
      begins: (from) =>
        `晚于现在的 ${from}：保存后从这一天起另起一段，原来的一段保留到这一天为止。原日期填错的，请先清空保存，再填正确的日期。`,
      beginsBeside: (from) =>
        `晚于现在的 ${from}：保存后另记一条，原来的一条照旧保留。原日期填错的，请先清空保存，再填正确的日期。`,
      saved: (before, after) =>
        before === after ? `已更正，数值仍为 ${after}。` : `已更正，数值由 ${before} 变为 ${after}。`,
      moves: "保存后将变动的数",
      movesNothing: "没有数字、校核或上报条件会变动。",
      checks: "保存后将变化的校核",
      standings: "保存后将变化的上报条件",
      notReady: "不可上报",
      becomes: { holds: "将通过", fails: "将不通过" },
      full: "全部信息",
    },
    compare: {
      title: "与往年比较",
      about: "变化大的排在前面。",
      year: "对比年度",
      sources: {
        submission: "往年数取自已接受的年报。",
        opening: "往年数取自录入的期初数。",
        none: "没有这一年的数。",
      },
      table: "报表",
      allTables: "全部报表",
      onlyChanged: "只看有变化的",
      cell: "单元格",
      what: "指标",
      now: "本年",
      before: "往年",
      difference: "增减",
      share: "幅度",
      chart: "图",
      closeChart: "收起图",
      chartText: (years) => `各年数值：${years}`,
      nothing: "没有变化。",
      more: (count) => `另有 ${count} 格，请按报表筛选。`,
      output: "导出比较表",
      outputAbout: (year) => `与 ${year} 年比较的全部各格，导出为工作簿。`,
    },
  },
  en: {
    back: "Back",
    value: "Value",
    frozen: "as submitted",
    nobody: "This cell counts no record.",
    records: (count) => countEn(count, "record"),
    more: (count) => `${count} more: open the list.`,
    unlisted: (count) => `${count} of them are not listed: look at them unit by unit`,
    openSheet: "Open the list as a sheet",
    choose: "Select a row of the list: the record is shown here and can be corrected.",
    terms: "Calculated from",
    lastYear: (cell) => `Last year   ${cell}`,
    units: "By unit below",
    beside: {
      own: "The unit's own, in none below",
      between: "Moves between them, not counted twice",
      filled: "Filled in by hand for the whole",
      "last-year": "Last year's number",
    },
    record: "Record",
    contrast: {
      title: (first, second) => `${first} against ${second}`,
      both: (count) => `${count} in both`,
      only: (cell, count) => `${count} only in ${cell}`,
      same: "Both cells count the same records.",
    },
    correct: {
      title: "Correct the record",
      field: "Field",
      value: "New value",
      now: (text) => `Now: ${text}`,
      empty: "(empty)",
      look: "What would change",
      reason: "How you know",
      save: "Save",
      locked: "This record is not this account's to change, or the report is frozen.",
      begins: (from) =>
        `Later than ${from}: a new entry begins on this day, the one before stays and ends there. Where that day was wrong, empty it and save, then fill in the right one.`,
      beginsBeside: (from) =>
        `Later than ${from}: a new entry is kept beside the one before, which stays as it is. Where that day was wrong, empty it and save, then fill in the right one.`,
      saved: (before, after) =>
        before === after
          ? `Corrected: the number is still ${after}.`
          : `Corrected: the number went from ${before} to ${after}.`,
      moves: "Numbers that would move",
      movesNothing: "No number, check or condition of submitting would move.",
      checks: "Checks that would turn",
      standings: "Conditions of submitting that would move",
      notReady: "Not ready",
      becomes: { holds: "would hold", fails: "would fail" },
      full: "Everything about it",
    },
    compare: {
      title: "Against earlier years",
      about: "Largest changes first.",
      year: "Earlier year",
      sources: {
        submission: "The earlier numbers are those of the accepted report.",
        opening: "The earlier numbers are opening figures.",
        none: "There are no numbers of that year.",
      },
      table: "Table",
      allTables: "All tables",
      onlyChanged: "Only what changed",
      cell: "Cell",
      what: "Number",
      now: "This year",
      before: "Then",
      difference: "Change",
      share: "Share",
      chart: "Chart",
      closeChart: "Close the chart",
      chartText: (years) => `By year: ${years}`,
      nothing: "Nothing changed.",
      more: (count) => `${count} more: choose a table.`,
      output: "Export the comparison",
      outputAbout: (year) => `Every number beside that of ${year}, as a workbook.`,
    },
  },
} satisfies Record<Language, ReportTraceWords>;
