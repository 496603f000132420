import { onceFor } from "#core/kernel/once-for.ts";
import { cellKey } from "../counting/cell-key.ts";
import type { CompiledCell, CompiledSet } from "../compile/compiled-set.ts";
import { cellsOfTerm, termsOf, type FormulaPlace } from "../formula/formula-cells.ts";
import type { Formula } from "../formula/formula.ts";

export interface SignedCell {
  /** "2!C4". */
  readonly cell: string;
  readonly sign: 1 | -1;
}

export interface SignedRead extends SignedCell {
  readonly lastYear: boolean;
}

/** Cells of a set by "2!C4". */
export const cellsByKey: (compiled: CompiledSet) => ReadonlyMap<string, CompiledCell> = onceFor(byKey);

function byKey({ tables }: CompiledSet): ReadonlyMap<string, CompiledCell> {
  return new Map(
    tables.flatMap(({ definition, cells }) => cells.map((each) => [cellKey(definition.no, each.cell), each] as const)),
  );
}

/** The cells of this year that a formula reads, with their signs. null: it multiplies, so that its number is no sum of lists. */
export function signedTerms(formula: Formula, place: FormulaPlace, sign: 1 | -1 = 1): readonly SignedCell[] | null {
  const reads = signedReads(formula, place, sign);
  return reads && reads.flatMap(({ cell, sign: own, lastYear }) => (lastYear ? [] : [{ cell, sign: own }]));
}

/** Last year's cells among them. */
export function signedReads(formula: Formula, place: FormulaPlace, sign: 1 | -1 = 1): readonly SignedRead[] | null {
  if (formula.kind === "number") return formula.value === 0 ? [] : null;
  if (!("left" in formula))
    return cellsOfTerm(formula, place).map(({ table, cell, lastYear }) => ({
      ...{ cell: cellKey(table, cell), sign, lastYear },
    }));
  if (formula.kind === "times") return null;
  const left = signedReads(formula.left, place, sign);
  const right = signedReads(formula.right, place, formula.kind === "plus" ? sign : opposite(sign));
  return left && right ? [...left, ...right] : null;
}

/** A cell as the counted and entered cells it comes to, with their signs: 1!A17 = 1!A16 - 1!A15 goes down to what is counted. */
export function signedLeaves(cells: ReadonlyMap<string, CompiledCell>, of: SignedCell): readonly SignedCell[] | null {
  const found = cells.get(of.cell);
  if (found?.rule.kind !== "formula") return [of];
  const terms = signedTerms(found.rule.formula, { table: Number(of.cell.split("!")[0]), cell: found.cell }, of.sign);
  if (!terms) return null;
  // A definition whose formulas lead back to themselves does not compile: this ends.
  const leaves = terms.map((term) => signedLeaves(cells, term));
  return leaves.every((each) => each !== null) ? leaves.flat() : null;
}

/** Whether a cell, or one that it comes to, reads last year's numbers: there is no list behind these. */
export function readsLastYear(cells: ReadonlyMap<string, CompiledCell>, cell: string): boolean {
  const found = cells.get(cell);
  if (found?.rule.kind !== "formula") return false;
  const place = { table: Number(cell.split("!")[0]), cell: found.cell };
  const reads = termsOf(found.rule.formula).flatMap((term) => cellsOfTerm(term, place));
  return reads.some((read) => read.lastYear || readsLastYear(cells, cellKey(read.table, read.cell)));
}

function opposite(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}
