import { titleInEnglish } from "#core/report/definition/cell-title.ts";
import type { Language } from "#core/wording/language.ts";

/** "表2 在岗职工 · 总数", "Table 2 在岗职工 · 总数": a form is written in one language only. */
export function sayCellTitle(language: Language, title: string): string {
  return language === "en" ? titleInEnglish(title) : title;
}
