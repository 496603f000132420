import type { DirectSession } from "#addin/session/direct-session.ts";
import { cellOfReport } from "#addin/session/report-cells.ts";

/** Back to what the records say: what was typed and not sent goes, then what was forced before (R3). */
export async function restoreCell(session: DirectSession, cell: string): Promise<boolean> {
  const typed = session.state.changes.find(({ field }) => field === cell);
  if (typed) await session.takeBack(typed.key);
  const { book, report } = session.state;
  const shown = report && cellOfReport(report, cell);
  if (!book || !shown?.override) return typed !== undefined;
  const edit = { record: book.identity.subject, field: cell, baseRevision: shown.revision ?? 0, value: null };
  return await session.sendEdits([edit]);
}
