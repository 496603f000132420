import type { Language } from "#core/wording/language.ts";
import { paneEn } from "./pane-en.ts";
import { paneZh, type PaneWords } from "./pane-zh.ts";

const TABLES: Readonly<Record<Language, PaneWords>> = { "zh-CN": paneZh, en: paneEn };

export function paneWords(language: Language): PaneWords {
  return TABLES[language];
}
