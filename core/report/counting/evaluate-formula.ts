import { cellsOfTerm, type CellRead, type FormulaPlace } from "../formula/formula-cells.ts";
import type { Formula } from "../formula/formula.ts";

/** What a formula reads: this year's or last year's cell; null where there is no number. */
export type CellReader = (table: number, cell: string, lastYear: boolean) => number | null;

/** A formula seen from its place: its terms are the cells that they add up. Worked out once, it is evaluated at every change. */
export type BoundFormula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "sum"; readonly cells: readonly CellRead[] }
  | { readonly kind: Sign; readonly left: BoundFormula; readonly right: BoundFormula };

type Sign = "plus" | "minus" | "times";

export function bindFormula(formula: Formula, place: FormulaPlace): BoundFormula {
  if (formula.kind === "number") return formula;
  if (!("left" in formula)) return { kind: "sum", cells: cellsOfTerm(formula, place) };
  return { kind: formula.kind, left: bindFormula(formula.left, place), right: bindFormula(formula.right, place) };
}

/** An empty cell counts as 0, as in a sheet. */
export function evaluateBound(formula: BoundFormula, read: CellReader): number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "sum": {
      let sum = 0;
      for (const { table, cell, lastYear } of formula.cells) sum += read(table, cell, lastYear) ?? 0;
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
  return evaluateBound(bindFormula(formula, place), read);
}
