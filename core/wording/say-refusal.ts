import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language } from "./language.ts";
import type { RefusalSentences } from "./texts/refusal-sentences.ts";
import { refusalsEn } from "./texts/refusals-en.ts";
import { refusalsZh } from "./texts/refusals-zh.ts";

const TABLES: Readonly<Record<Language, RefusalSentences>> = { "zh-CN": refusalsZh, en: refusalsEn };

/** What to tell the officer: what is wrong and what to do. */
export function sayRefusal(language: Language, refusal: AnyRefusal): string {
  // Each entry takes its own code's facts, which TypeScript cannot follow through a lookup by a union.
  const sentence = TABLES[language][refusal.code] as (facts: AnyRefusal) => string;
  return sentence(refusal);
}
