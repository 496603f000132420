import { columnLetters, columnNumber, gridCell } from "./cell-name.ts";
import type { CellAddress, Formula } from "./formula.ts";

/** The cell a formula stands in: `行3` and `B` are read from there. */
export interface FormulaPlace {
  readonly table: number;
  readonly cell: string;
}

export interface CellRead extends FormulaPlace {
  readonly lastYear: boolean;
}

export type Term = Exclude<Formula, { readonly kind: "number" | "plus" | "minus" | "times" }>;

/** The cells that a term adds up, seen from its place. */
export function cellsOfTerm(term: Term, place: FormulaPlace): readonly CellRead[] {
  if (term.kind === "cell") return [{ ...addressed(term.at, place), lastYear: term.lastYear }];
  if (term.kind === "range") {
    const cells = between(term.from.cell, term.to.cell);
    return cells.map((cell) => ({ ...addressed({ ...term.from, cell }, place), lastYear: term.lastYear }));
  }
  const here = gridCell(place.cell);
  if (!here) return [];
  const table = "table" in term ? term.table : null;
  return lineCells(term, here).map((cell) => ({ ...addressed({ table, cell }, place), lastYear: false }));
}

type LineTerm = Exclude<Term, { readonly kind: "cell" | "range" }>;

/** Rows of this column, columns of this row. */
function lineCells(
  term: LineTerm,
  { column, row }: { readonly column: string; readonly row: number },
): readonly string[] {
  switch (term.kind) {
    case "row":
      return [`${column}${term.row}`];
    case "rows":
      return numbers(term.from, term.to).map((each) => `${column}${each}`);
    case "column":
      return [`${term.column}${row}`];
    case "columns":
      return numbers(columnNumber(term.from), columnNumber(term.to)).map((each) => `${columnLetters(each)}${row}`);
  }
}

function addressed({ table, cell }: CellAddress, place: FormulaPlace): FormulaPlace {
  return { table: table ?? place.table, cell };
}

function between(from: string, to: string): readonly string[] {
  const [first, last] = [gridCell(from), gridCell(to)];
  if (!first || !last) return [];
  if (first.column === last.column) return numbers(first.row, last.row).map((row) => `${first.column}${row}`);
  return numbers(columnNumber(first.column), columnNumber(last.column)).map((at) => `${columnLetters(at)}${first.row}`);
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The places a formula reads, in their order. */
export function termsOf(formula: Formula): readonly Term[] {
  if ("left" in formula) return [...termsOf(formula.left), ...termsOf(formula.right)];
  return formula.kind === "number" ? [] : [formula];
}
