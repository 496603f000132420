import { restoreReportCell, type RestoringSession } from "#addin/session/report/restore-report-cell.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { reportCellIn } from "./use-report-cell.ts";

/** 还原: the selected number goes back to what the records say (R3). @returns whether there was anything to take back. */
export async function unforce(session: RestoringSession, selection: Selection): Promise<boolean> {
  const cell = reportCellIn(session.state.book, selection);
  return cell !== null && (await restoreReportCell(session, cell));
}
