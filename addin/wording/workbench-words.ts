import type { Language } from "#core/wording/language.ts";
import { workbenchEn } from "./workbench-en.ts";
import { workbenchZh, type WorkbenchWords } from "./workbench-zh.ts";

const TABLES: Readonly<Record<Language, WorkbenchWords>> = { "zh-CN": workbenchZh, en: workbenchEn };

export function workbenchWords(language: Language): WorkbenchWords {
  return TABLES[language];
}
