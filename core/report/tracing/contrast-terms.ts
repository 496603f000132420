import type { CompiledSet } from "../compile/compiled-set.ts";
import type { ContrastTerm } from "./contrast.ts";
import { cellsByKey, readsLastYear, signedLeaves } from "./signed-terms.ts";

/**
 * The counted cells that a cell comes to, with their signs. null: its number is no sum of lists of one kind, because part of it is
 * filled in, multiplied, last year's or an amount, or because it counts people and units at once.
 */
export function contrastTerms(compiled: CompiledSet, cell: string): readonly ContrastTerm[] | null {
  const cells = cellsByKey(compiled);
  if (readsLastYear(cells, cell)) return null;
  const leaves = signedLeaves(cells, { cell, sign: 1 }) ?? [];
  const terms = leaves.flatMap((leaf): readonly ContrastTerm[] => {
    const counted = cells.get(leaf.cell)?.counted;
    return counted ? [{ ...leaf, counted }] : [];
  });
  const kinds = new Set(terms.map(({ counted }) => counted.population === "units"));
  const isSum = terms.length > 1 && terms.some(({ counted }) => counted.sumOf !== null);
  return kinds.size !== 1 || terms.length < leaves.length || isSum ? null : terms;
}
