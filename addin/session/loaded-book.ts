import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";

/** A book as the service has it now, with what it was drawn from: one of the two. */
export interface LoadedBook {
  readonly book: SheetBook;
  readonly view: LedgerView | null;
  readonly roster: RosterView | null;
}

export function drawnLedger(answer: Answer<LedgerView>, draw: (view: LedgerView) => SheetBook): Answer<LoadedBook> {
  return answer.ok ? { ok: true, value: { book: draw(answer.value), view: answer.value, roster: null } } : answer;
}

export function drawnRoster(answer: Answer<RosterView>, draw: (roster: RosterView) => SheetBook): Answer<LoadedBook> {
  return answer.ok ? { ok: true, value: { book: draw(answer.value), view: null, roster: answer.value } } : answer;
}
