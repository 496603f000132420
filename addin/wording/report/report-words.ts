import type { Language } from "#core/wording/language.ts";
import type { ReportWords } from "./report-wording.ts";
import { reportWordsEn } from "./report-words-en.ts";
import { reportWordsZh } from "./report-words-zh.ts";

export const reportWords: Readonly<Record<Language, ReportWords>> = { "zh-CN": reportWordsZh, en: reportWordsEn };
