import type { Language } from "#core/wording/language.ts";
import { workbenchPagesEn } from "./workbench-pages-en.ts";
import { workbenchPagesZh, type WorkbenchPagesWords } from "./workbench-pages-zh.ts";

const TABLES: Readonly<Record<Language, WorkbenchPagesWords>> = { "zh-CN": workbenchPagesZh, en: workbenchPagesEn };

export function workbenchPagesWords(language: Language): WorkbenchPagesWords {
  return TABLES[language];
}
