import type { Language } from "#core/wording/language.ts";

/** What the page of foreign spreadsheets says (W8). */
export interface ImportWords {
  readonly about: string;
  readonly unit: string;
  readonly file: string;
  readonly reading: string;
  readonly other: string;
  readonly noTable: string;
  readonly table: string;
  readonly tableOf: (sheet: string, row: number) => string;
  readonly mapping: string;
  readonly header: string;
  readonly samples: string;
  readonly field: string;
  readonly edition: string;
  readonly notTaken: string;
  readonly why: { readonly remembered: string; readonly label: string; readonly shape: string; readonly none: string };
  readonly conflict: (field: string) => string;
  readonly editionMissing: (field: string) => string;
  readonly preview: string;
  readonly previewing: string;
  readonly soFar: (percent: number) => string;
  readonly stop: string;
  readonly counted: (skipped: number) => string;
  readonly row: string;
  readonly name: string;
  readonly what: string;
  readonly noRows: string;
  readonly firstRows: (count: number) => string;
  readonly commit: (count: number) => string;
  readonly commitTitle: string;
  readonly commitAbout: (count: number, refused: number) => string;
  readonly drop: string;
  readonly done: (count: number) => string;
  readonly result: string;
  readonly resultSaved: (name: string) => string;
  readonly again: string;
}

export const importWords = {
  "zh-CN": {
    about: "把任何格式的人员名册（.xlsx）拖到这里：先对应各列，再预览，确认后一次写入。确认之前什么都不会改变。",
    unit: "导入到党组织",
    file: "选择或拖入 .xlsx 文件",
    reading: "正在读取……",
    other: "换一个文件",
    noTable: "文件中没有找到人员名册。",
    table: "表",
    tableOf: (sheet, row) => `${sheet}（表头在第 ${row} 行）`,
    mapping: "对应各列",
    header: "文件中的列",
    samples: "样例",
    field: "对应项目",
    edition: "代码版本",
    notTaken: "不导入",
    why: { remembered: "按上次的对应", label: "按列名", shape: "按内容推测", none: "未识别" },
    conflict: (field) => `“${field}”对应了不止一列，请只保留一列。`,
    editionMissing: (field) => `“${field}”的代码在不同版本中含义不同，请选择版本。`,
    preview: "预览",
    previewing: "正在逐行核对……",
    soFar: (percent) => `已核对 ${percent}%`,
    stop: "停止核对",
    counted: (skipped) => `另有 ${skipped} 行不是人员（标题、小计、说明等）。`,
    row: "行",
    name: "姓名",
    what: "将如何处理",
    noRows: "没有这样的行。",
    firstRows: (count) => `只列出前 ${count} 行。`,
    commit: (count) => `确认导入 ${count} 人`,
    commitTitle: "确认导入",
    commitAbout: (count, refused) =>
      `将一次写入 ${count} 人；${refused} 行不导入，原因写在结果列中。请写明来源或依据。`,
    drop: "放弃",
    done: (count) => `已导入 ${count} 人。`,
    result: "下载带结果列的原文件",
    resultSaved: (name) => `已保存 ${name}。`,
    again: "导入另一个文件",
  },
  en: {
    about:
      "Drop any roster (.xlsx) here: map its columns, look at the preview, then write it in one go. Nothing changes before you confirm.",
    unit: "Into the unit",
    file: "Choose or drop an .xlsx file",
    reading: "Reading…",
    other: "Another file",
    noTable: "No roster was found in the file.",
    table: "Table",
    tableOf: (sheet, row) => `${sheet} (headings in row ${row})`,
    mapping: "Columns",
    header: "Column of the file",
    samples: "Samples",
    field: "Field",
    edition: "Edition of codes",
    notTaken: "not taken",
    why: { remembered: "as last time", label: "by heading", shape: "by content", none: "not recognised" },
    conflict: (field) => `"${field}" stands for more than one column: keep one.`,
    editionMissing: (field) => `Codes of "${field}" differ between editions: choose one.`,
    preview: "Preview",
    previewing: "Judging each row…",
    soFar: (percent) => `${percent}% judged`,
    stop: "Stop",
    counted: (skipped) => `${skipped} more rows are no people (titles, sums, instructions).`,
    row: "Row",
    name: "Name",
    what: "What happens to it",
    noRows: "There are no such rows.",
    firstRows: (count) => `The first ${count} rows.`,
    commit: (count) => `Import ${count} people`,
    commitTitle: "Import",
    commitAbout: (count, refused) =>
      `${count} people are written in one go; ${refused} rows are left out, with the reason in the result column. Say where the data come from.`,
    drop: "Give up",
    done: (count) => `${count} people were imported.`,
    result: "Download the file with its result column",
    resultSaved: (name) => `${name} was saved.`,
    again: "Import another file",
  },
} satisfies Record<Language, ImportWords>;
