import { mergeLocales, type ILanguagePack } from "@univerjs/core";
import core from "@univerjs/preset-sheets-core/locales/zh-CN";
import validation from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import note from "@univerjs/preset-sheets-note/locales/zh-CN";

export const gridWords: ILanguagePack = mergeLocales(core, validation, note);
