import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language } from "#core/wording/language.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";

/** What is answered when nobody answers; no code of the service. */
export type ShownRefusal = AnyRefusal | { readonly code: "service-unreachable" };

const UNREACHABLE: Readonly<Record<Language, string>> = {
  "zh-CN": "连不上台账服务，修改仍保留在本页，恢复后可再次发送。",
  en: "The service does not answer. Changes stay on this page and can be sent again.",
};

export function sayShownRefusal(language: Language, refusal: ShownRefusal): string {
  return refusal.code === "service-unreachable" ? UNREACHABLE[language] : sayRefusal(language, refusal);
}
