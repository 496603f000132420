import { shownTime } from "#core/kernel/instant.ts";
import type { Outcome } from "#core/protocol/push.ts";
import type { Language } from "#core/wording/language.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";

/** What a refused or conflicting cell says about itself (W4). */
export function noteOfOutcome(outcome: Outcome, language: Language): string {
  const words = workbenchWords(language).changes;
  if (outcome.result === "refused")
    return labelled(language, words.refused, sayShownRefusal(language, outcome.refusal));
  if (outcome.result !== "conflict") return "";
  const at = outcome.at === "" ? "" : shownTime(outcome.at);
  return words.conflict(outcome.who, at, outcome.theirs ?? words.empty);
}
