import type { Language } from "#core/wording/language.ts";

/** Below a list of changes that is too long to be shown whole. */
export const moreChanges: Readonly<Record<Language, (count: number) => string>> = {
  "zh-CN": (count) => `另有 ${count} 处未在此列出，会一并提交。`,
  en: (count) => `${count} more are not listed here; they are sent with the rest.`,
};
