import { ROSTER_WORDS_ZH, type RosterWords } from "#core/sheet/roster/roster-words.ts";
import type { Language } from "#core/wording/language.ts";
import { rosterWordsEn } from "./roster-words-en.ts";

export function rosterWords(language: Language): RosterWords {
  return language === "zh-CN" ? ROSTER_WORDS_ZH : rosterWordsEn;
}
