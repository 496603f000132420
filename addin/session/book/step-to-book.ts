/** Can the book that stands in the host become the new one without being drawn again? */
import type { Cell, CellValue } from "#core/sheet/cell.ts";
import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellKeys, CellMark, CellWrite } from "#core/sheet/sheet-host.ts";
import { fieldKey } from "./book-cells.ts";

export interface StepFacts {
  /** What stands in the cells that may be edited. */
  readonly shown: ReadonlyMap<string, CellValue>;
  /** Fields whose cell shows what the officer typed and has not sent: they are left alone. */
  readonly typed: ReadonlyMap<string, CellValue>;
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
  const steps: (CellMove & { readonly at: CellKeys })[] = [];
  for (const { from, to, at } of cellPairs(old, next)) {
    const move = moveOf(from, to, facts);
    if (move === "draw" || (move && !at)) return undefined;
    if (move && at) steps.push({ ...move, at });
  }
  return {
    writes: steps.flatMap(({ at, moves, to }) => (moves ? [{ ...at, value: to.value }] : [])),
    marks: steps.flatMap(({ at, looks, to }) => (looks ? [{ ...at, ...shadeOf(to), note: to.note ?? "" }] : [])),
  };
}

interface CellPair {
  readonly from: Cell | undefined;
  readonly to: Cell | undefined;
  /** undefined: a row that no key finds again. */
  readonly at: CellKeys | undefined;
}

function* cellPairs(old: SheetBook, next: SheetBook): Generator<CellPair> {
  for (const [index, { key: sheet, columns, rows }] of next.sheets.entries()) {
    for (const [position, { key: row, cells }] of rows.entries()) {
      const before = old.sheets[index]?.rows[position]?.cells ?? {};
      for (const { key: column } of columns)
        yield { from: before[column], to: cells[column], at: row === null ? undefined : { sheet, row, column } };
    }
  }
}

interface CellMove {
  readonly to: Cell;
  readonly moves: boolean;
  readonly looks: boolean;
}

/** @returns undefined: the cell stays as it is. */
function moveOf(from: Cell | undefined, to: Cell | undefined, facts: StepFacts): CellMove | "draw" | undefined {
  if (!isSame(frameOfCell(from), frameOfCell(to))) return "draw";
  if (!from || !to || isTyped(to, facts)) return undefined;
  const moves = hasOtherValue(from, to, facts);
  const looks = hasOtherLooks(from, to);
  if (moves && !to.binding) return "draw";
  return moves || looks ? { to, moves, looks } : undefined;
}

function isTyped({ binding }: Cell, { typed }: StepFacts): boolean {
  return binding !== undefined && typed.has(fieldKey(binding));
}

/** A formula calculates its value itself. */
function hasOtherValue(from: Cell, to: Cell, { shown }: StepFacts): boolean {
  if (to.formula !== undefined) return false;
  const standing = to.binding ? (shown.get(fieldKey(to.binding)) ?? null) : from.value;
  return !sameValue(standing, to.value);
}

function shadeOf({ state, ground }: Cell): Pick<CellMark, "state" | "ground"> {
  return ground === undefined ? { state } : { state, ground };
}

function hasOtherLooks(from: Cell, to: Cell): boolean {
  return from.state !== to.state || from.ground !== to.ground || (from.note ?? "") !== (to.note ?? "");
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
  const { value: _value, state: _state, ground: _ground, note: _note, binding, ...rest } = cell;
  return { ...rest, field: binding && fieldKey(binding) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
