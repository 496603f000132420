import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language } from "./language.ts";
import type { RefusalSentences } from "./refusal-sentences.ts";
import { refusalsEn } from "./refusals-en.ts";
import { refusalsZh } from "./refusals-zh.ts";

const TABLES: Readonly<Record<Language, RefusalSentences>> = { "zh-CN": refusalsZh, en: refusalsEn };

/** What is answered when nobody answers; no code of the service. */
export type ShownRefusal = AnyRefusal | { readonly code: "service-unreachable" };

const UNREACHABLE: Readonly<Record<Language, string>> = {
  "zh-CN": "连不上台账服务，修改仍保留在本页，恢复后可再次发送。",
  en: "The service does not answer. Changes stay on this page and can be sent again.",
};

export function sayRefusal(language: Language, refusal: ShownRefusal): string {
  if (refusal.code === "service-unreachable") return UNREACHABLE[language];
  // Each entry takes its own code's facts, which TypeScript cannot follow through a lookup by a union.
  const sentence = TABLES[language][refusal.code] as (facts: AnyRefusal) => string;
  return sentence(refusal);
}
