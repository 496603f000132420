/** Comes when the first roster is drawn: whoever keeps ledgers only never loads it. */
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Language } from "#core/wording/language.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";

export function drawRoster(view: RosterView, language: Language): SheetBook {
  return rosterBook(view, rosterWords(language));
}
