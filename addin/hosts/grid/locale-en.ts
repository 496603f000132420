import { mergeLocales, type ILanguagePack } from "@univerjs/core";
import core from "@univerjs/preset-sheets-core/locales/en-US";
import validation from "@univerjs/preset-sheets-data-validation/locales/en-US";
import note from "@univerjs/preset-sheets-note/locales/en-US";

export const gridWords: ILanguagePack = mergeLocales(core, validation, note);
