import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { afterPaint } from "#addin/session/after-paint.ts";
import type { DirectSession } from "#addin/session/desk/direct-session.ts";

export interface FillTools {
  readonly session: DirectSession;
  readonly grid: OpenGrid;
}

/** Types 0 into cells, except where something was typed already. */
export async function fillEmpty({ session, grid }: FillTools, cells: readonly string[]): Promise<void> {
  await grid.host.commitTyping();
  // Writing so many cells holds the page: what says so is painted before.
  await afterPaint();
  await session.compare();
  const typed = new Set(session.state.changes.map(({ field }) => field));
  const writes = cells.flatMap((cell) => {
    const keys = typed.has(cell) ? undefined : keysOfReportCell(cell);
    return keys ? [{ ...keys, value: 0 }] : [];
  });
  if (writes.length > 0) await grid.host.write(writes);
  await session.compare();
}
