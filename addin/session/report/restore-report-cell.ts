import type { PushEdit } from "#core/protocol/push.ts";
import type { BookSessionState } from "../book/book-session.ts";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";

/** What this needs of a session, beside the grid or beside a workbook. */
export interface RestoringSession {
  readonly state: Pick<BookSessionState, "changes" | "book" | "report">;
  takeBack(key: string): Promise<boolean>;
  sendEdits(edits: readonly PushEdit[]): Promise<boolean>;
}

/** Back to what the records say: what was typed and not sent goes, then what was forced before (R3). @returns whether anything went. */
export async function restoreReportCell(session: RestoringSession, cell: string): Promise<boolean> {
  const typed = session.state.changes.find(({ field }) => field === cell);
  if (typed) await session.takeBack(typed.key);
  const { book, report } = session.state;
  const shown = report && cellOfReport(report, cell);
  if (!book || !shown?.override) return typed !== undefined;
  const edit = { record: book.identity.subject, field: cell, baseRevision: shown.revision ?? 0, value: null };
  return await session.sendEdits([edit]);
}
