import { cellsOfTerm, type CellRead, type FormulaPlace, type Term } from "#core/report/formula/formula-cells.ts";
import type { Formula } from "#core/report/formula/formula.ts";
import type { CellPosition } from "../cell-address.ts";
import { cellRanges } from "./cell-ranges.ts";

/** A cell of the form in the book. */
export interface BookPlace extends CellPosition {
  /** Tab name. */
  readonly sheet: string;
}

export interface FormulaScope {
  /** The tab the formula stands in: its own cells are named without it. */
  readonly sheet: string;
  /** undefined: there is no such cell; it counts as nothing. */
  readonly locate: (cell: CellRead) => BookPlace | undefined;
}

/** A formula of the form as a sheet's formula, without "=". */
export function sheetFormula(formula: Formula, place: FormulaPlace, scope: FormulaScope): string {
  if (formula.kind === "number") return String(formula.value);
  if (!("left" in formula)) return termText(formula, place, scope);
  const [left, right] = [sheetFormula(formula.left, place, scope), sheetFormula(formula.right, place, scope)];
  switch (formula.kind) {
    case "plus":
      return `${left}+${right}`;
    case "minus":
      return `${left}-${isSum(formula.right) ? `(${right})` : right}`;
    case "times":
      return [formula.left, formula.right]
        .map((side, index) => (isSum(side) ? `(${index === 0 ? left : right})` : index === 0 ? left : right))
        .join("*");
  }
}

function isSum({ kind }: Formula): boolean {
  return kind === "plus" || kind === "minus";
}

function termText(term: Term, place: FormulaPlace, scope: FormulaScope): string {
  const ranges = rangesOf(cellsOfTerm(term, place), scope);
  const [first = "0", ...more] = ranges;
  return more.length === 0 && !first.includes(":") ? first : `SUM(${ranges.join(",")})`;
}

/** Cells as A1 ranges, each with its tab where it is another one. */
export function rangesOf(cells: readonly CellRead[], { sheet, locate }: FormulaScope): readonly string[] {
  const bySheet = new Map<string, CellPosition[]>();
  for (const cell of cells) {
    const at = locate(cell);
    if (!at) continue;
    const there = bySheet.get(at.sheet) ?? [];
    bySheet.set(at.sheet, [...there, at]);
  }
  return [...bySheet].flatMap(([tab, places]) =>
    cellRanges(places).map((range) => (tab === sheet ? range : `'${tab.replaceAll("'", "''")}'!${range}`)),
  );
}
