import type { CellState } from "#core/sheet/cell.ts";
import { strongerState } from "#core/sheet/cell-state.ts";
import type { ReportCellView, ReportFindingView } from "#core/sheet/report/report-view.ts";

/** Cells that a check stands on which still asks for something: "2!C4" -> error or explain (R3). */
export function foundStates(findings: readonly ReportFindingView[]): ReadonlyMap<string, CellState> {
  const states = new Map<string, CellState>();
  for (const { severity, cells, exempt, explanation } of findings) {
    if (severity === "hint" || (explanation !== null && (severity === "explain" || exempt))) continue;
    for (const cell of cells) states.set(cell, strongerState(states.get(cell) ?? "text", severity));
  }
  return states;
}

/** What a printed cell has to say about itself. */
export function printedState(cell: ReportCellView, found: CellState | undefined): CellState {
  return strongerState(ownState(cell), found ?? "text");
}

function ownState({ kind, override }: ReportCellView): CellState {
  if (override) return override.stale ? "stale" : "overridden";
  return kind === "manual" ? "manual" : "generated";
}
