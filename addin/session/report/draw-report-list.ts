/** Lists of records behind numbers, as sheets. */
import type { ContrastView, DrillView } from "#core/protocol/reports.ts";
import { contrastBook } from "#core/sheet/report/lists/contrast-book.ts";
import { drillBook } from "#core/sheet/report/lists/drill-book.ts";
import type { ListFrame } from "#core/sheet/report/lists/list-views.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Language } from "#core/wording/language.ts";
import { reportListWords } from "#addin/wording/report/report-sheet-words.ts";

/** @param frame of the report that the number stands in. */
export function drawDrill(drill: DrillView, frame: ListFrame, language: Language): SheetBook {
  return drillBook(drill, frame, reportListWords(language));
}

export function drawContrast(contrast: ContrastView, frame: ListFrame, language: Language): SheetBook {
  return contrastBook(contrast, frame, reportListWords(language));
}
