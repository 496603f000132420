import type { Language } from "#core/wording/language.ts";

/** What is said where last year's numbers of another system are loaded (R14). */
export interface OpeningWords {
  readonly act: string;
  readonly about: string;
  /** Where no number of an earlier year is known. */
  readonly whenNone: string;
  readonly year: string;
  readonly file: string;
  readonly blank: string;
  /** Why the empty form is taken out: what it is for. */
  readonly blankReason: (year: number) => string;
  readonly leftOut: string;
  readonly reading: string;
  readonly load: (cells: number) => string;
  readonly standing: (of: { readonly cells: number; readonly who: string; readonly at: string }) => string;
  readonly accepted: (year: number) => string;
  readonly unchanged: (count: number) => string;
  readonly refused: (count: number) => string;
  readonly more: (count: number) => string;
  readonly tables: string;
  readonly table: string;
  readonly cells: string;
  readonly moved: string;
}

export const openingWords = {
  "zh-CN": {
    act: "载入期初数",
    whenNone: "上年年报在别的系统里做的，请用上面的「载入期初数」。",
    about:
      "上年年报在别的系统里做的，导出空白表，填进上年的数，在这里载入，作为比较和校核的上年数。也可以填在本年导出的工作簿里：那样只载入改填过的格。",
    year: "所属年度",
    file: "填好的工作簿",
    blank: "导出空白表",
    blankReason: (year) => `填写 ${year} 年期初数`,
    leftOut: "没有读取的内容：",
    reading: "正在读取",
    load: (cells) => (cells === 0 ? "载入" : `载入 ${cells} 格`),
    standing: ({ cells, who, at }) => `这一年已有 ${cells} 格，由${who}于 ${at} 载入，将被替换。`,
    accepted: (year) => `${year} 年已有接受的年报，比较和校核用年报的数，不用期初数。`,
    unchanged: (count) => `与导出时相同、未载入 ${count} 格：那是本年的数。`,
    refused: (count) => `有 ${count} 格不能载入，请在工作簿里改正后再选一次，其余的格也没有载入：`,
    more: (count) => `另有 ${count} 格`,
    tables: "各表将载入的格数",
    table: "报表",
    cells: "格数",
    moved: "其中变动",
  },
  en: {
    act: "Load opening figures",
    whenNone: "When last year's report was made in another system, load its numbers with the button above.",
    about:
      "Last year's report was made in another system: type its numbers into the empty form and load it here; comparison and checks then read them as last year's. The workbook that this year's report is exported to does as well: of that only what was typed is loaded.",
    year: "Year",
    file: "The filled workbook",
    blank: "Empty form for that year",
    blankReason: (year) => `To fill in the opening figures of ${year}`,
    leftOut: "What was not read:",
    reading: "Reading",
    load: (cells) => (cells === 0 ? "Load" : `Load ${cells} cells`),
    standing: ({ cells, who, at }) =>
      `That year has ${cells} figures already, loaded by ${who} at ${at}. They will be replaced.`,
    accepted: (year) => `${year} has an accepted report: its numbers are compared with, not opening figures.`,
    unchanged: (count) => `Left out, as they are this year's numbers as exported: ${count} cells.`,
    refused: (count) =>
      `Cells that cannot be loaded: ${count}. Mend them in the workbook and choose it again; none of the others is loaded either.`,
    more: (count) => `${count} more`,
    tables: "Cells that would be loaded",
    table: "Table",
    cells: "Cells",
    moved: "Changed",
  },
} satisfies Record<Language, OpeningWords>;
