import { onceFor } from "#core/kernel/once-for.ts";
import { cellsOfCheck, checkPlaces } from "../check/run-checks.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { cellsOfTerm, termsOf } from "../formula/formula-cells.ts";

/** Cells of the year before that a form's formulas and checks read, by "1!A16": a sheet needs no others. Every opening asks. */
export const lastYearCells: (compiled: CompiledSet) => ReadonlySet<string> = onceFor(findCells);

function findCells({ set, tables }: CompiledSet): ReadonlySet<string> {
  const ofChecks = set.checks.flatMap((check) =>
    checkPlaces(check, tables).flatMap(({ place }) => cellsOfCheck(check, place)),
  );
  const ofFormulas = tables.flatMap(({ definition, cells }) =>
    cells.flatMap(({ cell, rule }) => {
      if (rule.kind !== "formula") return [];
      return termsOf(rule.formula).flatMap((term) => cellsOfTerm(term, { table: definition.no, cell }));
    }),
  );
  const read = [...ofChecks, ...ofFormulas].filter(({ lastYear }) => lastYear);
  return new Set(read.map(({ table, cell }) => `${table}!${cell}`));
}
