import type { CellState } from "./cell.ts";
import type { LegendEntry } from "./sheet-book.ts";

/**
 * How a state looks in every host, weakest first: when two states meet in a cell, the later one shows.
 * Colour is never alone: `symbol` stands in the legend and (with `inCell`) before figures, `border` marks texts too.
 */
export interface StateStyle {
  readonly state: CellState;
  /** Background and font as RRGGBB; null: the host's own. Font on fill always has a contrast of at least 4.5. */
  readonly fill: string | null;
  readonly font: string | null;
  readonly symbol: string;
  /** Shown before the value, through the number format, so that the value itself stays as it is. */
  readonly inCell: boolean;
  readonly border: "none" | "thin" | "dashed" | "medium" | "double";
  /** Colour of the border as RRGGBB where it tells something itself; null: the host's own. */
  readonly line: string | null;
}

/** A check that must not fail has red lines, one that wants an explanation orange ones (R3). */
const RED = "C00000";
const ORANGE = "C55A11";

const STYLES: readonly StateStyle[] = [
  { state: "text", fill: null, font: null, symbol: "", inCell: false, border: "thin", line: null },
  { state: "computed", fill: "EEF1F5", font: "1F2937", symbol: "ƒ", inCell: false, border: "thin", line: null },
  { state: "generated", fill: "FFFFFF", font: "1F2937", symbol: "○", inCell: false, border: "thin", line: null },
  { state: "locked", fill: "F3F3F3", font: "4B5563", symbol: "–", inCell: false, border: "thin", line: null },
  { state: "input", fill: "FFFBE6", font: "1F2937", symbol: "□", inCell: false, border: "medium", line: null },
  { state: "manual", fill: "DDF3DD", font: "14532D", symbol: "●", inCell: false, border: "thin", line: null },
  { state: "overridden", fill: "FFF2AB", font: "5C3D00", symbol: "◆", inCell: true, border: "thin", line: null },
  { state: "stale", fill: "E5E0F5", font: "3B2A75", symbol: "…", inCell: true, border: "dashed", line: null },
  { state: "challenged", fill: "FFE1C7", font: "7A2E00", symbol: "△", inCell: true, border: "dashed", line: null },
  { state: "ruled", fill: "DCE6FA", font: "12316B", symbol: "▣", inCell: true, border: "double", line: null },
  { state: "explain", fill: "E0F2FE", font: "0C4A6E", symbol: "?", inCell: true, border: "dashed", line: ORANGE },
  { state: "changed", fill: "D6F5F0", font: "134E48", symbol: "※", inCell: true, border: "dashed", line: null },
  { state: "error", fill: "FDE2E2", font: "7F1D1D", symbol: "!", inCell: true, border: "double", line: RED },
  { state: "refused", fill: "FBD5D5", font: "7F1D1D", symbol: "×", inCell: true, border: "double", line: null },
  { state: "conflict", fill: "F5D9F0", font: "6B1259", symbol: "⇄", inCell: true, border: "double", line: null },
];

const BY_STATE: ReadonlyMap<CellState, StateStyle> = new Map(STYLES.map((style) => [style.state, style]));
const RANK: ReadonlyMap<CellState, number> = new Map(STYLES.map((style, rank) => [style.state, rank]));

/** Every state, weakest first. */
export const CELL_STATES: readonly CellState[] = STYLES.map((style) => style.state);

/**
 * @param ground the state below, whose colours stay: a finding adds its border and symbol only (R3)
 * @throws on a state without a style (a bug: the table above is complete).
 */
export function styleOf(state: CellState, ground?: CellState): StateStyle {
  const style = BY_STATE.get(state);
  if (!style) throw new Error(`no style for state ${state}`);
  if (ground === undefined) return style;
  const { fill, font } = styleOf(ground);
  return { ...style, fill, font };
}

/** The one that shows when both hold. */
export function strongerState(a: CellState, b: CellState): CellState {
  return (RANK.get(a) ?? 0) >= (RANK.get(b) ?? 0) ? a : b;
}

/** The number format that shows the state's symbol before a figure; texts ("@") keep theirs, so that nothing typed becomes a formula. */
export function formatWithSymbol(format: string | undefined, state: CellState): string | undefined {
  const { inCell, symbol } = styleOf(state);
  if (!inCell || format === "@") return format;
  const figure = format ?? "General";
  return `"${symbol} "${figure};"${symbol} "-${figure};"${symbol} "${figure};"${symbol} "@`;
}

/** Legend of the states that a book uses, strongest last, with the labels of the officer's language. */
export function legendOf(
  used: Iterable<CellState>,
  labels: Readonly<Record<CellState, string>>,
): readonly LegendEntry[] {
  const wanted = new Set(used);
  return STYLES.filter((style) => style.symbol !== "" && wanted.has(style.state)).map((style) => ({
    state: style.state,
    symbol: style.symbol,
    label: labels[style.state],
  }));
}
