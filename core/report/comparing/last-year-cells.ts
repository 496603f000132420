import { onceFor } from "#core/kernel/once-for.ts";
import { cellsOfCheck, checkPlaces } from "../check/run-checks.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { cellsOfTerm, termsOf, type CellRead } from "../formula/formula-cells.ts";

/** Cells of the year before that a form's formulas and checks read, by "1!A16": a sheet needs no others. Every opening asks. */
export const lastYearCells: (compiled: CompiledSet) => ReadonlySet<string> = onceFor(findCells);

function findCells({ set, tables }: CompiledSet): ReadonlySet<string> {
  const ofChecks = set.checks.flatMap((check) =>
    checkPlaces(check, tables).flatMap(({ place }) => cellsOfCheck(check, place)),
  );
  return lastYearsAmong([...ofChecks, ...readByFormulas(tables)]);
}

/** Those of them that formulas read: a unit below that is looked into has such numbers of its own. */
export const lastYearInFormulas: (compiled: CompiledSet) => ReadonlySet<string> = onceFor(({ tables }) =>
  lastYearsAmong(readByFormulas(tables)),
);

function readByFormulas(tables: CompiledSet["tables"]): readonly CellRead[] {
  return tables.flatMap(({ definition, cells }) =>
    cells.flatMap(({ cell, rule }) => {
      if (rule.kind !== "formula") return [];
      return termsOf(rule.formula).flatMap((term) => cellsOfTerm(term, { table: definition.no, cell }));
    }),
  );
}

function lastYearsAmong(cells: readonly CellRead[]): ReadonlySet<string> {
  return new Set(cells.filter(({ lastYear }) => lastYear).map(({ table, cell }) => `${table}!${cell}`));
}
