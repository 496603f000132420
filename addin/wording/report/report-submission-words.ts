import type { Language } from "#core/wording/language.ts";
import type { ReportSubmissionWords } from "./report-submission-phrases.ts";
import { reportSubmissionEn } from "./report-submission-words-en.ts";
import { reportSubmissionZh } from "./report-submission-words-zh.ts";

export const reportSubmissionWords: Readonly<Record<Language, ReportSubmissionWords>> = {
  "zh-CN": reportSubmissionZh,
  en: reportSubmissionEn,
};
