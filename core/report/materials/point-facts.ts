import { rounded } from "../counting/amount.ts";
import { evaluateFormula, type CellReader } from "../counting/evaluate-formula.ts";
import { cellsOfTerm, termsOf, type CellRead } from "../formula/formula-cells.ts";
import type { AuditPoint } from "./audit-point.ts";

/** What the numbers say to a point: "上年底总数 120；上年年报 无". */
export function pointFacts(point: AuditPoint, read: CellReader): string {
  const place = placeOf(point);
  return point.facts
    .map(({ name, formula }) => {
      const cells = termsOf(formula).flatMap((term) => cellsOfTerm(term, place));
      const known = cells.some(({ table, cell, lastYear }) => read(table, cell, lastYear) !== null);
      const value = rounded(evaluateFormula(formula, place, read));
      return `${name} ${known ? String(value) : "无"}`;
    })
    .join("；");
}

/** Every cell that a point shows. */
export function cellsOfPoint(point: AuditPoint): readonly CellRead[] {
  const place = placeOf(point);
  return point.facts.flatMap(({ formula }) => termsOf(formula).flatMap((term) => cellsOfTerm(term, place)));
}

/** A point stands in no cell: it names them all, at most without the number of its table. */
function placeOf({ table }: AuditPoint) {
  return { table: table ?? 0, cell: "" };
}
