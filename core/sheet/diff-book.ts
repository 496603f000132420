import type { BaseSnapshot, SnapshotSheet } from "./snapshot/base-snapshot.ts";
import { compareRow } from "./diff/compare-row.ts";
import { copiesOf, locateSheet, type LocatedSheet } from "./diff/locate-sheet.ts";
import { matchRows } from "./diff/match-rows.ts";
import { findSortedWithoutKeys } from "./diff/sorted-without-keys.ts";
import type { Edit, SheetDiff, SheetProblem } from "./edit.ts";
import type { BookReading } from "./reading.ts";

/** With one of these no key can be trusted any more: nothing may be sent. */
const STOPPING: ReadonlySet<SheetProblem["code"]> = new Set([
  "no-base-snapshot",
  "sheet-missing",
  "key-column-missing",
  "key-row-missing",
  "sorted-without-keys",
]);

/**
 * What an officer changed: the reading against the base snapshot, by row key and column key, never by position or event (W2, W2a).
 * Edits come in the base's order, so that moved and sorted rows and columns give the same list.
 */
export function diffBook(snapshot: BaseSnapshot | null, reading: BookReading): SheetDiff {
  if (!snapshot) return { edits: [], problems: [{ code: "no-base-snapshot" }], stopped: true };
  const edits: Edit[] = [];
  const problems: SheetProblem[] = [];
  for (const base of snapshot.sheets) {
    const found = diffSheet(base, reading);
    edits.push(...found.edits);
    problems.push(...found.problems);
  }
  const some = isSomeOfReport(snapshot, problems);
  const stopped = problems.some(({ code }) => STOPPING.has(code) && !(some && code === "sheet-missing"));
  return { edits: stopped ? [] : edits, problems, stopped };
}

/**
 * Whoever fills in one table of a report sends back that one: each sheet is known by its own corner, so those that are not there say
 * nothing against it (W2, W7). The sheets of a ledger reckon on one another and come whole.
 */
function isSomeOfReport({ identity, sheets }: BaseSnapshot, problems: readonly SheetProblem[]): boolean {
  const missing = problems.filter(({ code }) => code === "sheet-missing").length;
  return identity.kind === "report" && missing < sheets.filter(isWorthSending).length;
}

function diffSheet(base: SnapshotSheet, reading: BookReading): Omit<SheetDiff, "stopped"> {
  const located = locateSheet(base, reading);
  if ("problem" in located)
    return isWorthSending(base) ? { edits: [], problems: [located.problem] } : { edits: [], problems: [] };
  const sheet = located.found;
  const { matched, problems: found } = matchRows(sheet);
  const copies = isWorthSending(base) ? copiesOf(sheet, reading) : [];
  const copied = copies.map((copy): SheetProblem => ({
    code: "sheet-copied",
    sheet: copy,
    original: sheet.reading.name,
  }));
  const problems = [...copied, ...found];
  const sorted = findSortedWithoutKeys(sheet, matched);
  if (sorted.length > 0) return { edits: [], problems: [...sorted, ...problems] };
  const rows = matched.map((match) => compareRow(sheet, match));
  return {
    edits: rows.flatMap((row) => row.edits),
    problems: [...problems, ...columnProblems(sheet), ...rows.flatMap((row) => row.problems)],
  };
}

/** A sheet without any editable cell (a standing, the totals) may be thrown away by whoever does not need it. */
function isWorthSending(base: SnapshotSheet): boolean {
  return base.rows.some((row) => row.cells.some((cell) => cell.record !== undefined));
}

function columnProblems(sheet: LocatedSheet): readonly SheetProblem[] {
  const doubled = new Set(sheet.doubledColumns);
  return sheet.base.columns.flatMap((column): readonly SheetProblem[] => {
    if (doubled.has(column)) return [{ code: "column-key-doubled", sheet: sheet.reading.name, column }];
    return sheet.columns.has(column) ? [] : [{ code: "column-missing", sheet: sheet.reading.name, column }];
  });
}
