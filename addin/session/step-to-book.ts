/** Can the book that stands in the host become the new one without being drawn again? */
import type { Cell, CellValue } from "#core/sheet/cell.ts";
import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellMark, CellWrite } from "#core/sheet/sheet-host.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";
import { fieldKey } from "./book-cells.ts";

export interface StepFacts {
  /** What stands in the cells that may be edited. */
  readonly shown: ReadonlyMap<string, CellValue>;
  /** Fields whose cell shows what the officer typed and has not sent: they are left alone. */
  readonly typed: ReadonlySet<string>;
}

export interface Step {
  readonly writes: readonly CellWrite[];
  /** Looks and notes that moved, of cells without a typed value. */
  readonly marks: readonly CellMark[];
}

/**
 * Values of cells that may be edited, looks and notes can be written one by one. Everything else (rows, headings, formulas,
 * lists, what is locked) takes a drawing. @returns undefined: it must be drawn.
 */
export function stepToBook(old: SheetBook, next: SheetBook, facts: StepFacts): Step | undefined {
  if (!isSame(frameOfBook(old), frameOfBook(next))) return undefined;
  const writes: CellWrite[] = [];
  const marks: CellMark[] = [];
  for (const [index, sheet] of next.sheets.entries()) {
    for (const [at, row] of sheet.rows.entries()) {
      const before = old.sheets[index]?.rows[at];
      if (!before || !stepRow({ sheet, row, before, facts }, writes, marks)) return undefined;
    }
  }
  return { writes, marks };
}

interface RowStep {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly before: Row;
  readonly facts: StepFacts;
}

function stepRow({ sheet, row, before, facts }: RowStep, writes: CellWrite[], marks: CellMark[]): boolean {
  for (const { key: column } of sheet.columns) {
    const [from, to] = [before.cells[column], row.cells[column]];
    if (!isSame(frameOfCell(from), frameOfCell(to))) return false;
    if (!to || !from) continue;
    const field = to.binding && fieldKey(to.binding);
    const standing = field === undefined ? from.value : (facts.shown.get(field) ?? null);
    const moves = to.formula === undefined && !sameValue(standing, to.value);
    const looks = from.state !== to.state || (from.note ?? "") !== (to.note ?? "");
    if (field !== undefined && facts.typed.has(field)) continue;
    if ((moves && field === undefined) || (looks && row.key === null)) return false;
    if (row.key === null) continue;
    const at = { sheet: sheet.key, row: row.key, column };
    if (moves) writes.push({ ...at, value: to.value });
    if (looks) marks.push({ ...at, state: to.state, note: to.note ?? "" });
  }
  return true;
}

/** Everything of a book but its cells; who took it out and when is told by the snapshot. */
function frameOfBook({ title, sheets, names, legend }: SheetBook): unknown {
  const frames = sheets.map(({ rows, print, ...sheet }) => ({
    ...sheet,
    repeated: print.repeatRows,
    rows: rows.map(({ key, kind, height }) => ({ key, kind, height })),
  }));
  return { title, names, legend, frames };
}

/** Everything of a cell but its value, looks and note. */
function frameOfCell(cell: Cell | undefined): unknown {
  if (!cell) return null;
  const { value: _value, state: _state, note: _note, binding, ...rest } = cell;
  return { ...rest, field: binding && fieldKey(binding) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
