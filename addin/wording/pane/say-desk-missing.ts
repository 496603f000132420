import type { Language } from "#core/wording/language.ts";
import { paneWords } from "./pane-words.ts";

/** Why the pane found no desk program. */
export type DeskMissingShown =
  | { readonly code: "not-in-host"; readonly wanted: "excel" | "wps" }
  | { readonly code: "host-too-old"; readonly needs: string; readonly has: string }
  | { readonly code: "host-silent"; readonly seconds: number }
  | { readonly code: "office-js-missing" };

export function sayDeskMissing(language: Language, missing: DeskMissingShown): string {
  const words = paneWords(language).start.missing;
  switch (missing.code) {
    case "not-in-host":
      return words[`not-in-${missing.wanted}`];
    case "host-too-old":
      return words["too-old"](missing.needs, missing.has);
    case "host-silent":
      return words.silent(missing.seconds);
    case "office-js-missing":
      return words["no-office"];
  }
}
