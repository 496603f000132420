import type { Cell, CellState } from "../cell.ts";
import { strongerState } from "../cell-state.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { RosterColumn } from "./roster-columns.ts";
import type { RosterFinding, RosterRow } from "./roster-view.ts";
import type { RosterWords } from "./roster-words.ts";

/** Stands in a required cell that nobody filled (M2): seen, filtered and printed; read back it is an empty field. */
export const MISSING_MARK = "*";

/** The cells of one record, by column key. */
export function rosterCells(
  row: RosterRow,
  columns: readonly RosterColumn[],
  words: RosterWords,
): Readonly<Record<string, Cell>> {
  const missing = new Set(row.missing);
  const findings = findingsByField(row.findings ?? []);
  const cells: Record<string, Cell> = {};
  for (const column of columns) {
    const { key } = column.field;
    const isMissing = missing.has(key) && (row.facts[key] ?? "") === "";
    const cell = cellOf(row, column);
    const noted = isMissing || findings.has(key);
    cells[key] = noted ? withFindings(cell, { isMissing, findings: findings.get(key) ?? [], words }) : cell;
  }
  return cells;
}

function cellOf(row: RosterRow, { field, look, constraint, show }: RosterColumn): Cell {
  const text = row.facts[field.key] ?? "";
  const value = text === "" ? null : show(text);
  if (field.edited === "computed") return { ...look, value, state: "computed" };
  if (field.edited === "procedure" || row.locked === true) return { ...look, value, state: "locked" };
  // A number that is shown in part cannot be corrected in part; a phone is simply replaced.
  const isHidden = field.sensitive === true && text !== "";
  if (isHidden && field.type === "id-number") return { ...look, value, state: "locked" };
  const binding = { record: row.record, field: field.key, revision: revisionOf(row, field.key) };
  return { ...look, ...constraint, value, state: "input", binding };
}

/** A field that was never changed since its record was made is at 1 when filled, 0 when empty. */
function revisionOf({ revisions, facts }: RosterRow, key: string): number {
  return revisions[key] ?? ((facts[key] ?? "") === "" ? 0 : 1);
}

const STATE_OF: Readonly<Record<RosterFinding["severity"], CellState | null>> = {
  error: "error",
  explain: "explain",
  hint: null,
};

interface Noted {
  readonly isMissing: boolean;
  readonly findings: readonly RosterFinding[];
  readonly words: RosterWords;
}

function withFindings(cell: Cell, { isMissing, findings, words }: Noted): Cell {
  let state: CellState = isMissing ? "error" : cell.state;
  for (const { severity } of findings) {
    const found = STATE_OF[severity];
    if (found !== null) state = strongerState(state, found);
  }
  const lines = [
    ...(isMissing ? [words.missing] : []),
    ...findings.flatMap(({ text, explanation }) => [
      text[words.labels],
      ...(explanation === undefined ? [] : [fillWords(words.explained, { explanation })]),
    ]),
  ];
  const value = isMissing && cell.value === null ? MISSING_MARK : cell.value;
  return { ...cell, value, state, note: lines.join("\n") };
}

function findingsByField(findings: readonly RosterFinding[]): ReadonlyMap<string, readonly RosterFinding[]> {
  const found = new Map<string, RosterFinding[]>();
  for (const finding of findings) found.set(finding.field, [...(found.get(finding.field) ?? []), finding]);
  return found;
}
