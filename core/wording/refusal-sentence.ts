import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language, Sentences } from "./language.ts";
import { refusalSentencesEn } from "./refusal-sentences-en.ts";
import { refusalSentencesZh } from "./refusal-sentences-zh.ts";

const TABLES: Readonly<Record<Language, Sentences<AnyRefusal>>> = {
  "zh-CN": refusalSentencesZh,
  en: refusalSentencesEn,
};

/** What to tell the officer: what is wrong and what to do. */
export function refusalSentence(refusal: AnyRefusal, language: Language): string {
  // Each entry takes its own code's facts; a lookup by a code that is only known at run time cannot be typed more closely.
  const sentence = TABLES[language][refusal.code] as (facts: AnyRefusal) => string;
  return sentence(refusal);
}
