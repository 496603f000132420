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
  const here = gridCell(place.cell);
  const own = (cell: string, table: number | null = null): CellRead => ({
    ...addressed({ table, cell }, place),
    lastYear: false,
  });
  switch (term.kind) {
    case "cell":
      return [{ ...addressed(term.at, place), lastYear: term.lastYear }];
    case "range":
      return between(term.from.cell, term.to.cell).map((cell) => ({
        ...addressed({ ...term.from, cell }, place),
        lastYear: term.lastYear,
      }));
    case "row":
      return here ? [own(`${here.column}${term.row}`, term.table)] : [];
    case "rows":
      return here ? numbers(term.from, term.to).map((row) => own(`${here.column}${row}`)) : [];
    case "column":
      return here ? [own(`${term.column}${here.row}`, term.table)] : [];
    case "columns":
      return here
        ? numbers(columnNumber(term.from), columnNumber(term.to)).map((at) => own(`${columnLetters(at)}${here.row}`))
        : [];
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
