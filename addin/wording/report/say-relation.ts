import type { Language } from "#core/wording/language.ts";

/** As one writes it, not as checks are typed. */
const SIGNS: Readonly<Record<string, string>> = { "!=": "≠", "<=": "≤", ">=": "≥" };
const ENGLISH: Readonly<Record<string, string>> = { 同有同无: "both or neither", 二者居一: "not both" };
const BAND = /^变动 (.+)% 或 (.+)$/u;

/** What should stand between both sides of a check (R4), of its text in the definition: "<=", "同有同无", "变动 20% 或 50". */
export function sayRelation(language: Language, relation: string): string {
  const [, percent, absolute] = BAND.exec(relation) ?? [];
  if (percent !== undefined && absolute !== undefined)
    return language === "en" ? `change ≤ ${percent}% or ${absolute}` : `变动 ≤ ${percent}% 或 ${absolute}`;
  return SIGNS[relation] ?? (language === "en" ? ENGLISH[relation] : undefined) ?? relation;
}

/** Whether it is said in words: those do not stand between two numbers. */
export function isWorded(relation: string): boolean {
  return relation in ENGLISH || BAND.test(relation);
}
