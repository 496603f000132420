import type { Language } from "#core/wording/language.ts";
import { planWordsEn } from "./plan-words-en.ts";
import { planWordsZh, type PlanWords } from "./plan-words-zh.ts";

export const planWords: Readonly<Record<Language, PlanWords>> = { "zh-CN": planWordsZh, en: planWordsEn };
