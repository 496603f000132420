import { rounded } from "./amount.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { bindFormula, evaluateBound, type BoundFormula, type CellReader } from "./evaluate-formula.ts";
import { cellKey } from "./cell-key.ts";
import type { GeneratedValues } from "./tabulate.ts";

export interface KnownValues {
  readonly generated: GeneratedValues;
  /** What was filled in or changed by hand, by "2!C4". */
  readonly entered: ReadonlyMap<string, number>;
  /** Of last year's table; null where there is none. */
  readonly lastYear: (table: number, cell: string) => number | null;
}

/** All numbers of a set: counted, entered, and the formula cells over both. Cells still to be filled are missing. */
export function completeValues(compiled: CompiledSet, known: KnownValues): ReadonlyMap<string, number> {
  const values = new Map(known.generated);
  for (const [key, value] of known.entered) values.set(key, value);
  const formulas = formulasOf(compiled);
  // A definition whose formulas lead back to themselves does not compile: this ends.
  const read: CellReader = (table, cell, lastYear) => {
    if (lastYear) return known.lastYear(table, cell);
    const key = cellKey(table, cell);
    const value = values.get(key);
    if (value !== undefined) return value;
    const formula = formulas.get(key);
    return formula ? settle(key, formula) : null;
  };
  const settle = (key: string, formula: BoundFormula): number => {
    const value = rounded(evaluateBound(formula, read));
    values.set(key, value);
    return value;
  };
  for (const [key, formula] of formulas) if (!values.has(key)) settle(key, formula);
  return values;
}

function formulasOf(compiled: CompiledSet): ReadonlyMap<string, BoundFormula> {
  const known = bound.get(compiled);
  if (known) return known;
  const formulas = compiled.tables.flatMap(({ definition, cells }) =>
    cells.flatMap(({ cell, rule }) =>
      rule.kind === "formula"
        ? [[cellKey(definition.no, cell), bindFormula(rule.formula, { table: definition.no, cell })] as const]
        : [],
    ),
  );
  const result = new Map(formulas);
  bound.set(compiled, result);
  return result;
}

/** Worked out once for a set: its numbers are completed after every change. */
const bound = new WeakMap<CompiledSet, ReadonlyMap<string, BoundFormula>>();
