import { mergeLocales, type ILanguagePack } from "@univerjs/core";
import core from "@univerjs/preset-sheets-core/locales/en-US";
import validation from "@univerjs/preset-sheets-data-validation/locales/en-US";
import note from "@univerjs/preset-sheets-note/locales/en-US";
import { withProgress } from "./progress-words.ts";

export const gridWords: ILanguagePack = withProgress(mergeLocales(core, validation, note), {
  analyzing: "Analysing formulas…",
  calculating: "Calculating…",
  "array-analysis": "Analysing formulas…",
  "array-calculation": "Calculating…",
  done: "Calculated",
});
