/** Lists of records behind numbers, as sheets. */
import type { ContrastView, DrillView } from "#core/protocol/report/report-tracing.ts";
import { contrastBook } from "#core/sheet/report/lists/contrast-book.ts";
import { drillBook } from "#core/sheet/report/lists/drill-book.ts";
import type { ListFrame } from "#core/sheet/report/lists/list-views.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Language } from "#core/wording/language.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import { reportListWords } from "#addin/wording/report/report-sheet-words.ts";

/** @param frame of the report that the number stands in. */
export function drawDrill(drill: DrillView, frame: ListFrame, language: Language): SheetBook {
  const terms = drill.terms.map((term) => ({ ...term, title: sayCellTitle(language, term.title) }));
  const shown = { ...drill, terms, title: sayCellTitle(language, drill.title) };
  return drillBook(shown, frame, reportListWords(language));
}

export function drawContrast(contrast: ContrastView, frame: ListFrame, language: Language): SheetBook {
  const said = (side: ContrastView["first"]) => ({ ...side, title: sayCellTitle(language, side.title) });
  const shown = { ...contrast, first: said(contrast.first), second: said(contrast.second) };
  return contrastBook(shown, frame, reportListWords(language));
}
