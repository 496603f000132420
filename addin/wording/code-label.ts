import type { RosterCode } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";

/** What a code means; "" for none, and for one that the list does not know. */
export function codeLabel(language: Language, codes: readonly RosterCode[], code: string): string {
  const label = codes.find((one) => one.code === code)?.label;
  return (language === "en" ? label?.en : label?.zh) ?? "";
}
