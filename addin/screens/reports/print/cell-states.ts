import type { Cell, CellState } from "#core/sheet/cell.ts";
import { strongerState } from "#core/sheet/cell-state.ts";
import { findingState } from "#core/sheet/report/finding-marks.ts";
import type { ReportCellView, ReportFindingView } from "#core/sheet/report/report-view.ts";

/** Cells that a check stands on which still asks for something: "2!C4" -> error or explain (R3). */
export function foundStates(findings: readonly ReportFindingView[]): ReadonlyMap<string, CellState> {
  const states = new Map<string, CellState>();
  for (const finding of findings) {
    const state = findingState(finding);
    if (state === null) continue;
    for (const cell of finding.cells) states.set(cell, strongerState(states.get(cell) ?? "text", state));
  }
  return states;
}

/** What a printed cell has to say about itself, and what it is below a finding (R3). */
export function printedState(
  cell: ReportCellView,
  found: CellState | undefined,
): Required<Pick<Cell, "state" | "ground">> {
  const ground = ownState(cell);
  return { state: strongerState(ground, found ?? "text"), ground };
}

function ownState({ kind, override }: ReportCellView): CellState {
  if (override) return override.stale ? "stale" : "overridden";
  return kind === "manual" ? "manual" : "generated";
}
