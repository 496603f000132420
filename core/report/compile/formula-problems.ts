import type { DefinitionProblem } from "../definition/definition-problem.ts";
import { cellsOfCheck, checkPlaces } from "../check/run-checks.ts";
import type { TableCheck } from "../check/table-check.ts";
import { cellsOfTerm, termsOf } from "../formula/formula-cells.ts";
import type { AuditPoint } from "../materials/audit-point.ts";
import { cellsOfPoint } from "../materials/point-facts.ts";
import type { CompiledTable } from "./compiled-set.ts";

export interface FormulaFault {
  readonly table: CompiledTable["definition"];
  readonly cell: string;
  readonly line: number;
  readonly problem: Extract<DefinitionProblem["problem"], "cell-unknown" | "formula-circular">;
  readonly given: string;
}

interface FormulaCell {
  readonly table: CompiledTable["definition"];
  readonly cell: string;
  readonly line: number;
  readonly reads: readonly string[];
}

/** Formulas that read cells which do not exist, or that lead back to themselves. Last year's cells may be of another form. */
export function formulaFaults(tables: readonly CompiledTable[]): readonly FormulaFault[] {
  const known = cellsKnown(tables);
  const formulas = new Map(tables.flatMap(formulaCells).map((each) => [`${each.table.no}!${each.cell}`, each]));
  const settled = new Set<string>();
  return [...formulas].flatMap(([key, { reads, ...at }]): readonly FormulaFault[] => {
    const strange = reads.find((read) => !known.has(read));
    if (strange !== undefined) return [{ ...at, problem: "cell-unknown", given: strange }];
    return leadsBack(key, []) ? [{ ...at, problem: "formula-circular", given: key }] : [];
  });

  function leadsBack(key: string, above: readonly string[]): boolean {
    if (above.includes(key)) return true;
    if (settled.has(key)) return false;
    const back = (formulas.get(key)?.reads ?? []).some((read) => leadsBack(read, [...above, key]));
    if (!back) settled.add(key);
    return back;
  }
}

/** Checks over tables or cells that the set does not have. */
export function checkFaults(
  checks: readonly TableCheck[],
  tables: readonly CompiledTable[],
): readonly { readonly check: TableCheck; readonly given: string }[] {
  const known = cellsKnown(tables);
  return checks.flatMap((check) => {
    const reads = checkPlaces(check, tables).flatMap(({ place }) => cellsOfCheck(check, place));
    const strange = reads.find(({ table, cell, lastYear }) => !lastYear && !known.has(`${table}!${cell}`));
    if (strange) return [{ check, given: `${strange.table}!${strange.cell}` }];
    return reads.length === 0 ? [{ check, given: String(check.table ?? "") }] : [];
  });
}

/** Points of the audit that show cells which the set does not have. */
export function pointFaults(
  points: readonly AuditPoint[],
  tables: readonly CompiledTable[],
): readonly { readonly point: AuditPoint; readonly given: string }[] {
  const known = cellsKnown(tables);
  return points.flatMap((point) => {
    const strange = cellsOfPoint(point).find(
      ({ table, cell, lastYear }) => !lastYear && !known.has(`${table}!${cell}`),
    );
    return strange ? [{ point, given: `${strange.table}!${strange.cell}` }] : [];
  });
}

function cellsKnown(tables: readonly CompiledTable[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ definition, cells }) => cells.map(({ cell }) => `${definition.no}!${cell}`)));
}

function formulaCells({ definition, cells }: CompiledTable): readonly FormulaCell[] {
  return cells.flatMap(({ cell, line, rule }) => {
    if (rule.kind !== "formula") return [];
    const read = termsOf(rule.formula).flatMap((term) => cellsOfTerm(term, { table: definition.no, cell }));
    const reads = read.filter(({ lastYear }) => !lastYear).map((each) => `${each.table}!${each.cell}`);
    return [{ table: definition, cell, line, reads }];
  });
}
