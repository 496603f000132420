import type { CellPlace } from "#core/sheet/reading.ts";
import type { Language } from "#core/wording/language.ts";
import { sayShownRefusal, type ShownRefusal } from "../say-shown-refusal.ts";
import { paneWords } from "./pane-words.ts";
import type { PaneWords } from "./pane-zh.ts";

/** What a desk program, its workbook or its outbox would not do. */
export interface DeskRefusalShown {
  readonly code: Exclude<keyof PaneWords["refused"], "at" | "said" | "named">;
  readonly detail?: string;
  readonly place?: CellPlace | undefined;
}

export function sayDeskRefusal(language: Language, refusal: DeskRefusalShown | ShownRefusal): string {
  if (!isOfDesk(refusal)) return sayShownRefusal(language, refusal);
  const { refused } = paneWords(language);
  const { code, detail = "", place } = refusal;
  const where = place ? refused.at(place.sheet, place.address) : "";
  return [refused[code], where, detail === "" ? "" : sayDetail(refused, code, detail)]
    .filter((part) => part !== "")
    .join(language === "en" ? " " : "");
}

/** The program's own words help only where ours say nothing. */
function sayDetail(refused: PaneWords["refused"], code: DeskRefusalShown["code"], detail: string): string {
  if (code === "name-taken") return refused.named(detail);
  return code === "host-failed" ? refused.said(detail) : "";
}

function isOfDesk(refusal: DeskRefusalShown | ShownRefusal): refusal is DeskRefusalShown {
  return refusal.code in paneWords("zh-CN").refused;
}
