import { termsOf } from "../formula/formula-cells.ts";
import type { TableCheck } from "./table-check.ts";

/** The tables a check looks at, its own first. */
export function tablesOfCheck({ table, test }: TableCheck): readonly number[] {
  const formulas = test.kind === "band" ? [test.left] : [test.left, test.right];
  const named = formulas.flatMap(termsOf).flatMap((term) => {
    if (term.kind === "cell") return [term.at.table];
    if (term.kind === "range") return [term.from.table];
    return "table" in term ? [term.table] : [];
  });
  return [...new Set([table, ...named].flatMap((no) => no ?? []))];
}
