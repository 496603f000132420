import { cellsOfTerm, type FormulaPlace } from "../formula/formula-cells.ts";
import type { Formula } from "../formula/formula.ts";

/** What a formula reads: this year's or last year's cell; null where there is no number. */
export type CellReader = (table: number, cell: string, lastYear: boolean) => number | null;

/** An empty cell counts as 0, as in a sheet. */
export function evaluateFormula(formula: Formula, place: FormulaPlace, read: CellReader): number {
  if (formula.kind === "number") return formula.value;
  if (!("left" in formula)) {
    const cells = cellsOfTerm(formula, place);
    return cells.reduce((sum, { table, cell, lastYear }) => sum + (read(table, cell, lastYear) ?? 0), 0);
  }
  const left = evaluateFormula(formula.left, place, read);
  const right = evaluateFormula(formula.right, place, read);
  return SIGNS[formula.kind](left, right);
}

const SIGNS: Readonly<Record<"plus" | "minus" | "times", (left: number, right: number) => number>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
};
