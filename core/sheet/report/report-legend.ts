import type { Cell, CellState } from "../cell.ts";
import { legendOf, styleOf } from "../cell-state.ts";
import type { LegendEntry } from "../sheet-book.ts";
import type { ReportWords } from "./report-words.ts";

/** All that a cell of a report can be, whether it is just now or not: the first forced number must not change the sheets' layout. */
const STATES: readonly CellState[] = [
  ...["computed", "generated", "locked", "input", "manual"],
  ...["overridden", "stale", "explain", "error"],
] as const;

/** A finding is a border on a number of any kind (R3): its sample is a white cell. */
export function sampleOf(state: CellState): Pick<Cell, "state" | "ground"> {
  return styleOf(state).line === null ? { state } : { state, ground: "generated" };
}

export function reportLegend({ states }: ReportWords, more: readonly CellState[] = []): readonly LegendEntry[] {
  return legendOf(new Set([...STATES, ...more]), states);
}
