import type { SnapshotCell } from "../snapshot/base-snapshot.ts";
import type { CellValue } from "../cell.ts";
import type { Edit, SheetProblem } from "../edit.ts";
import type { ReadCell } from "../reading.ts";
import type { LocatedSheet } from "./locate-sheet.ts";
import { placeAt, type MatchedRow } from "./match-rows.ts";
import { sameFormula } from "./same-formula.ts";
import { sameValue, tidied } from "./same-value.ts";

export interface RowChanges {
  readonly edits: readonly Edit[];
  readonly problems: readonly SheetProblem[];
}

/** The field of a reason cell: no edit of its own, but the reason of the row's other edits (L7). */
export const REASON_FIELD = "reason";

/** What changed in one row. Columns that are gone or doubled were told before and are left out. */
export function compareRow(sheet: LocatedSheet, match: MatchedRow): RowChanges {
  const base = new Map(match.base.cells.map((cell) => [cell.column, cell]));
  const edits: Edit[] = [];
  const problems: SheetProblem[] = [];
  for (const column of sheet.base.columns) {
    const at = sheet.columns.get(column);
    if (at === undefined) continue;
    const change = compareCell(base.get(column) ?? { column, value: null }, match.cells[at], {
      sheet,
      row: match.row,
      at,
    });
    if (change === undefined) continue;
    if ("code" in change) problems.push(change);
    else edits.push(change);
  }
  const reasoned = withReason(edits);
  return { edits: reasoned.edits, problems: [...problems, ...reasoned.problems] };
}

interface Where {
  readonly sheet: LocatedSheet;
  readonly row: number;
  readonly at: number;
}

function compareCell(base: SnapshotCell, found: ReadCell | undefined, where: Where): Edit | SheetProblem | undefined {
  const value = tidied(found?.value ?? null);
  if (base.formula !== undefined) return compareFormula(base.formula, found, where);
  if (base.record === undefined || base.field === undefined) return compareLocked(base.value, found, where);
  const place = placeAt(where.sheet, where.row, where.at);
  if (found?.formula !== undefined) return { code: "formula-in-input", place, formula: found.formula };
  if (sameValue(base.value, value)) return undefined;
  return { record: base.record, field: base.field, base: base.value, baseRevision: base.revision ?? 0, value, place };
}

function compareFormula(formula: string, found: ReadCell | undefined, where: Where): SheetProblem | undefined {
  if (found?.formula !== undefined && sameFormula(formula, found.formula)) return undefined;
  const place = placeAt(where.sheet, where.row, where.at);
  return { code: "formula-overtyped", place, formula, found: seenIn(found) };
}

function compareLocked(base: CellValue, found: ReadCell | undefined, where: Where): SheetProblem | undefined {
  if (found?.formula === undefined && sameValue(base, found?.value ?? null)) return undefined;
  return { code: "locked-cell-changed", place: placeAt(where.sheet, where.row, where.at), base, found: seenIn(found) };
}

function seenIn(found: ReadCell | undefined): CellValue {
  return found?.formula === undefined ? tidied(found?.value ?? null) : `=${found.formula}`;
}

/** Who types a reason was told by that column's header that whoever changes a score answers for it: that acknowledges it. */
function withReason(edits: readonly Edit[]): RowChanges {
  const reasons = edits.filter((edit) => edit.field === REASON_FIELD);
  const others = edits.filter((edit) => edit.field !== REASON_FIELD);
  const problems: SheetProblem[] = [];
  for (const reason of reasons) {
    if (reason.value === null || others.some((edit) => edit.record === reason.record)) continue;
    problems.push({ code: "reason-without-edit", place: reason.place, reason: String(reason.value) });
  }
  return { edits: others.map((edit) => explained(edit, reasons)), problems };
}

function explained(edit: Edit, reasons: readonly Edit[]): Edit {
  const reason = reasons.find((candidate) => candidate.record === edit.record)?.value ?? null;
  return reason === null ? edit : { ...edit, reason: String(reason), acknowledged: true };
}
