import { cellsOfTerm, type CellRead, type FormulaPlace } from "../formula/formula-cells.ts";
import type { Formula } from "../formula/formula.ts";

/** What a formula reads: this year's or last year's cell; null where there is no number. */
export type CellReader = (table: number, cell: string, lastYear: boolean) => number | null;

/**
 * A formula seen from its place: its terms are the cells that they add up, told by name or by where their numbers stand. Worked out
 * once, it is evaluated at every change.
 */
export type BoundFormula<Cell = CellRead> =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "sum"; readonly cells: readonly Cell[] }
  | { readonly kind: Sign; readonly left: BoundFormula<Cell>; readonly right: BoundFormula<Cell> };

type Sign = "plus" | "minus" | "times";

export function bindFormula(formula: Formula, place: FormulaPlace): BoundFormula {
  if (formula.kind === "number") return formula;
  if (!("left" in formula)) return { kind: "sum", cells: cellsOfTerm(formula, place) };
  return { kind: formula.kind, left: bindFormula(formula.left, place), right: bindFormula(formula.right, place) };
}

/** The same formula over its cells told otherwise. */
export function mapCells<From, To>(formula: BoundFormula<From>, told: (cell: From) => To): BoundFormula<To> {
  if (formula.kind === "number") return formula;
  if (formula.kind === "sum") return { kind: "sum", cells: formula.cells.map(told) };
  return { kind: formula.kind, left: mapCells(formula.left, told), right: mapCells(formula.right, told) };
}

/** An empty cell counts as 0, as in a sheet. @param read null where there is no number */
export function evaluateBound<Cell>(formula: BoundFormula<Cell>, read: (cell: Cell) => number | null): number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "sum": {
      let sum = 0;
      for (const cell of formula.cells) sum += read(cell) ?? 0;
      return sum;
    }
    case "plus":
    case "minus":
    case "times":
      return SIGNS[formula.kind](evaluateBound(formula.left, read), evaluateBound(formula.right, read));
  }
}

const SIGNS: Readonly<Record<Sign, (left: number, right: number) => number>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
};

/** A formula that is looked at once. */
export function evaluateFormula(formula: Formula, place: FormulaPlace, read: CellReader): number {
  return evaluateBound(bindFormula(formula, place), readByName(read));
}

export function readByName(read: CellReader): (cell: CellRead) => number | null {
  return ({ table, cell, lastYear }) => read(table, cell, lastYear);
}
