import type { ReportCellView } from "#core/sheet/report/report-view.ts";

/** What the menu of the right button offers on a cell (R3, R5, R5a). */
export interface OfferedActs {
  readonly trace: boolean;
  readonly restore: boolean;
  /** What every cell of the form has: its card, a remark. */
  readonly any: boolean;
}

/** @param cell null: no cell of the form @param isTyped another number stands in it that was not sent */
export function offeredActs(cell: Pick<ReportCellView, "kind" | "override"> | null, isTyped: boolean): OfferedActs {
  if (cell === null) return { trace: false, restore: isTyped, any: false };
  // Nobody stands behind what was filled in by hand.
  const isTraced = cell.kind === "generated" || cell.kind === "formula";
  return { trace: isTraced, restore: cell.override !== undefined || isTyped, any: true };
}
