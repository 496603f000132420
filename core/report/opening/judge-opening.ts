import type { CompiledSet } from "../compile/compiled-set.ts";
import { completeValues } from "../counting/complete-values.ts";
import { enterableCells } from "../entry/enterable-cells.ts";
import { parseEntryValue, type EntryValueRefusal } from "../entry/parse-entry-value.ts";
import { settledBy } from "./settled-cells.ts";

type Values = Readonly<Record<string, number>>;
export type OpeningRefusal = EntryValueRefusal | { readonly code: "report-cell-unknown"; readonly given: string };

export interface JudgedOpening {
  /** By "1!A16", without what is refused. */
  readonly values: Values;
  readonly refused: readonly OpeningRefusal[];
}

/**
 * Opening figures as they are kept, however they came (R14): every number is one that could have been typed, and what the form
 * computes from them alone is computed anew. A sum whose parts were not given stays as the other system had it.
 */
export function judgeOpening(values: Values, compiled: CompiledSet): JudgedOpening {
  const cells = enterableCells(compiled);
  const given = new Map<string, number>();
  const sums = new Map<string, number>();
  const refused: OpeningRefusal[] = [];
  for (const [cell, value] of Object.entries(values)) {
    const known = cells.get(cell);
    if (!known) {
      refused.push({ code: "report-cell-unknown", given: cell });
      continue;
    }
    const isFormula = known.compiled.rule.kind === "formula";
    // A difference may be below zero, an average has decimals.
    const asked = isFormula ? Math.abs(value) : value;
    const parsed = parseEntryValue(asked, { cell, decimals: isFormula || known.decimals });
    if (!parsed.ok) refused.push(parsed.refusal);
    else (isFormula ? sums : given).set(cell, isFormula ? value : Number(parsed.value));
  }
  const isSettled = settledBy(cells, (cell) => given.has(cell));
  const complete = completeValues(compiled, { generated: given, entered: new Map(), lastYear: () => null });
  const computed = [...complete].filter(([cell]) => !given.has(cell) && isSettled(cell));
  return { values: Object.fromEntries([...given, ...sums, ...computed]), refused };
}
