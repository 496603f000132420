import type { CompiledSet } from "../compile/compiled-set.ts";
import { evaluateFormula, type CellReader } from "./evaluate-formula.ts";
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
  const values = new Map([...known.generated, ...known.entered]);
  const formulas = new Map(
    compiled.tables.flatMap(({ definition, cells }) =>
      cells.flatMap(({ cell, rule }) =>
        rule.kind === "formula" && !known.entered.has(cellKey(definition.no, cell))
          ? [[cellKey(definition.no, cell), { table: definition.no, cell, formula: rule.formula }] as const]
          : [],
      ),
    ),
  );
  // A definition whose formulas lead back to themselves does not compile: this ends.
  const read: CellReader = (table, cell, lastYear) => {
    if (lastYear) return known.lastYear(table, cell);
    const key = cellKey(table, cell);
    const formula = formulas.get(key);
    if (formula && !values.has(key)) values.set(key, evaluateFormula(formula.formula, formula, read));
    return values.get(key) ?? null;
  };
  for (const { table, cell } of formulas.values()) read(table, cell, false);
  return values;
}
