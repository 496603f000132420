import type { CellPlace } from "#core/sheet/reading.ts";
import type { Language } from "#core/wording/language.ts";
import { sayShownRefusal, type ShownRefusal } from "../say-shown-refusal.ts";
import { paneWords } from "./pane-words.ts";
import type { PaneWords } from "./pane-zh.ts";

/** What a desk program, its workbook or its outbox would not do. */
export interface DeskRefusalShown {
  readonly code: Exclude<keyof PaneWords["refused"], "at" | "said">;
  readonly detail?: string;
  readonly place?: CellPlace | undefined;
}

export function sayDeskRefusal(language: Language, refusal: DeskRefusalShown | ShownRefusal): string {
  if (!isOfDesk(refusal)) return sayShownRefusal(language, refusal);
  const { refused } = paneWords(language);
  const { code, detail = "", place } = refusal;
  const where = place ? refused.at(place.sheet, place.address) : "";
  // The program's own words help only where ours say nothing.
  const said = code === "host-failed" && detail !== "" ? refused.said(detail) : "";
  return [refused[code], where, said].filter((part) => part !== "").join(language === "en" ? " " : "");
}

function isOfDesk(refusal: DeskRefusalShown | ShownRefusal): refusal is DeskRefusalShown {
  return refusal.code in paneWords("zh-CN").refused;
}
