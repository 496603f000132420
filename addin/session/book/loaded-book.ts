import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";

/** A book as the service has it now, with what it was drawn from: one of the three. */
export interface LoadedBook {
  readonly book: SheetBook;
  readonly view: LedgerView | null;
  readonly roster: RosterView | null;
  readonly report: ReportView | null;
}

const FROM_NOTHING = { view: null, roster: null, report: null };

export function drawnLedger(answer: Answer<LedgerView>, draw: (view: LedgerView) => SheetBook): Answer<LoadedBook> {
  return answer.ok ? { ok: true, value: { ...FROM_NOTHING, book: draw(answer.value), view: answer.value } } : answer;
}

export function drawnRoster(answer: Answer<RosterView>, draw: (roster: RosterView) => SheetBook): Answer<LoadedBook> {
  return answer.ok ? { ok: true, value: { ...FROM_NOTHING, book: draw(answer.value), roster: answer.value } } : answer;
}

export function drawnReport(answer: Answer<ReportView>, draw: (report: ReportView) => SheetBook): Answer<LoadedBook> {
  return answer.ok ? { ok: true, value: { ...FROM_NOTHING, book: draw(answer.value), report: answer.value } } : answer;
}
