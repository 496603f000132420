import { cellsOfTerm, type FormulaPlace } from "../formula/formula-cells.ts";
import type { Formula } from "../formula/formula.ts";

/** What a formula reads: this year's or last year's cell; null where there is no number. */
export type CellReader = (table: number, cell: string, lastYear: boolean) => number | null;

/** An empty cell counts as 0, as in a sheet. */
export function evaluateFormula(formula: Formula, place: FormulaPlace, read: CellReader): number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "plus":
      return evaluateFormula(formula.left, place, read) + evaluateFormula(formula.right, place, read);
    case "minus":
      return evaluateFormula(formula.left, place, read) - evaluateFormula(formula.right, place, read);
    case "times":
      return evaluateFormula(formula.left, place, read) * evaluateFormula(formula.right, place, read);
    default:
      return cellsOfTerm(formula, place).reduce(
        (sum, { table, cell, lastYear }) => sum + (read(table, cell, lastYear) ?? 0),
        0,
      );
  }
}
