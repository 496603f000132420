import type { CellState } from "../cell.ts";
import { strongerState } from "../cell-state.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { ReportFindingView } from "./report-view.ts";
import type { ReportWords } from "./report-words.ts";

/** What checks say of a cell: its border, and which checks they are. */
export interface FindingMark {
  readonly state: CellState;
  readonly notes: readonly string[];
}

/** Of one cell; the list of findings has them all. */
const MOST_NOTES = 3;
/** With more findings than this each is told at its first cell only: notes on thousands of cells make every program slow. */
const MOST_TOLD_EVERYWHERE = 200;

/** How a finding shows (R3): red while it must not be, orange while it wants to be explained; null: nothing is open. */
export function findingState({ severity, exempt, explanation }: ReportFindingView): CellState | null {
  if (severity === "hint") return null;
  if (severity === "error" && !exempt) return "error";
  return explanation === null ? "explain" : null;
}

/** By "2!C4". */
export function findingMarks(
  findings: readonly ReportFindingView[],
  words: ReportWords,
): ReadonlyMap<string, FindingMark> {
  const marks = new Map<string, FindingMark>();
  const isTold = findings.length <= MOST_TOLD_EVERYWHERE;
  for (const finding of findings) {
    const state = findingState(finding);
    if (state === null) continue;
    const note = fillWords(words.finding, { code: finding.code, text: finding.text });
    finding.cells.forEach((cell, index) => {
      const known = marks.get(cell) ?? { state, notes: [] };
      const isNoted = (isTold || index === 0) && known.notes.length < MOST_NOTES && !known.notes.includes(note);
      marks.set(cell, {
        state: strongerState(known.state, state),
        notes: isNoted ? [...known.notes, note] : known.notes,
      });
    });
  }
  return marks;
}
