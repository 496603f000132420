import type { CompiledCell } from "../compile/compiled-set.ts";
import { bindFormula, type BoundFormula } from "../counting/evaluate-formula.ts";
import type { CellRead } from "../formula/formula-cells.ts";

/** Whether a cell is known, and for one that the form computes: whether everything that it is computed from is. */
export function settledBy(
  cells: ReadonlyMap<string, { readonly compiled: CompiledCell }>,
  isKnown: (cell: string) => boolean,
): (cell: string) => boolean {
  const found = new Map<string, boolean>();
  const isSettled = (cell: string): boolean => {
    const before = found.get(cell);
    if (before !== undefined) return before;
    const settled = isKnown(cell) || settles(cell);
    found.set(cell, settled);
    return settled;
  };
  const settles = (cell: string): boolean => {
    const rule = cells.get(cell)?.compiled.rule;
    // No cell of the form: it is empty in every year.
    if (!rule) return true;
    if (rule.kind !== "formula") return false;
    const [table = "", at = ""] = cell.split("!");
    const reads = cellsRead(bindFormula(rule.formula, { table: Number(table), cell: at }));
    // A definition whose formulas lead back to themselves does not compile: this ends.
    return reads.length > 0 && reads.every((one) => !one.lastYear && isSettled(`${one.table}!${one.cell}`));
  };
  return isSettled;
}

function cellsRead(formula: BoundFormula): readonly CellRead[] {
  if (formula.kind === "number") return [];
  if (formula.kind === "sum") return formula.cells;
  return [...cellsRead(formula.left), ...cellsRead(formula.right)];
}
