import { mergeLocales, type ILanguagePack } from "@univerjs/core";
import core from "@univerjs/preset-sheets-core/locales/zh-CN";
import validation from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import note from "@univerjs/preset-sheets-note/locales/zh-CN";
import { withProgress } from "./progress-words.ts";

export const gridWords: ILanguagePack = withProgress(mergeLocales(core, validation, note), {
  analyzing: "正在分析公式……",
  calculating: "正在计算……",
  "array-analysis": "正在分析公式……",
  "array-calculation": "正在计算……",
  done: "计算完成",
});
