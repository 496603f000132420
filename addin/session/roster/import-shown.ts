import type { ImportAnswer } from "#core/protocol/push.ts";
import type { Language } from "#core/wording/language.ts";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import type { ImportShown } from "#addin/screens/ledger/import-shown.ts";

/** What a workbook would change, or did, as its dialog lists it. */
export function importShown(
  { cells, problems }: Pick<ImportAnswer, "cells" | "problems">,
  language: Language,
): ImportShown {
  const rows = cells.map(({ place, value, outcome }) => ({
    place: `${place.sheet}!${place.address}`,
    value: String(value ?? ""),
    outcome,
  }));
  return { rows, problems: problems.map((problem) => sayProblem(language, problem)) };
}
