/**
 * Two ways to one number (R13): computed from all records (直统), and summed from what the units below handed in (汇总). What a unit
 * keeps itself is added, transfers between the units below are taken off; what then differs has units that cause it.
 */
import { rounded } from "../counting/amount.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { cellKey } from "../counting/cell-key.ts";
import { rollupModes } from "./rollup-mode.ts";

type Values = ReadonlyMap<string, number>;

export interface RollupPart {
  readonly unitId: string;
  /** What it handed in, or its draft says now. Cells still to be filled are missing. */
  readonly told: Values;
  /** What the records say of it today. */
  readonly computed: Values;
  /** By cell: what the records said when it was forced; part of the difference that is explained by it. */
  readonly forced: Values;
}

export interface RollupFacts {
  /** Generated numbers of the unit and everything below it. */
  readonly computed: Values;
  /** Of what is kept below it by none of the parts: its own branches. */
  readonly own: Values;
  /** What the unit itself entered into manual cells. */
  readonly entered: Values;
  /** No unit of the unit's own beside the parts: then its manual numbers are the sum of theirs. */
  readonly allInParts: boolean;
  readonly parts: readonly RollupPart[];
}

export interface CellDifference {
  /** "2!C4". */
  readonly cell: string;
  readonly computed: number;
  readonly summed: number;
  /** What overrides of the parts make of the difference. */
  readonly explained: number;
  /** Those that say otherwise than the records, largest first; of a manual cell all that say something. */
  readonly units: readonly { readonly unitId: string; readonly told: number; readonly computed: number }[];
}

/** Cells in which the two ways differ, in the order of the form. */
export function rollUp({ tables }: Pick<CompiledSet, "tables">, facts: RollupFacts): readonly CellDifference[] {
  if (facts.parts.length === 0) return [];
  const moved = movedCells(facts.parts);
  return tables.flatMap(({ definition, cells }) => {
    const modeOf = rollupModes(definition);
    return cells.flatMap((compiled) => {
      const mode = modeOf(compiled);
      if (mode === "none") return [];
      const cell = cellKey(definition.no, compiled.cell);
      const adds = mode === "own-and-sum" || (facts.own.get(cell) ?? 0) === 0;
      if (compiled.counted && adds && !moved.has(cell)) return [];
      const difference = compiled.counted ? countedDifference(cell, facts, mode) : manualDifference(cell, facts, mode);
      return difference ? [difference] : [];
    });
  });
}

/** Cells in which some part says otherwise than the records: where none does and nothing of the unit's own is left out, the two ways meet. */
function movedCells(parts: readonly RollupPart[]): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const { told, computed } of parts) {
    for (const [cell, value] of computed) if ((told.get(cell) ?? 0) !== value) moved.add(cell);
    for (const [cell, value] of told) if (value !== 0 && !computed.has(cell)) moved.add(cell);
  }
  return moved;
}

/** Does more than the listed overrides stand between the two ways? */
export function isUnexplained({ computed, summed, explained }: CellDifference): boolean {
  return rounded(summed - computed - explained) !== 0;
}

function countedDifference(cell: string, facts: RollupFacts, mode: "own-and-sum" | "sum"): CellDifference | undefined {
  const computed = facts.computed.get(cell) ?? 0;
  const own = mode === "sum" ? 0 : (facts.own.get(cell) ?? 0);
  const ofParts = sum(facts.parts, ({ computed: values }) => values.get(cell));
  // Whoever went from one part to another left the one and came to the other, and neither came nor went for the whole.
  const between = rounded(ofParts + (facts.own.get(cell) ?? 0) - computed);
  const summed = rounded(sum(facts.parts, ({ told }) => told.get(cell)) + own - between);
  if (summed === rounded(computed)) return undefined;
  const units = facts.parts
    .map(({ unitId, told, computed: values }) => ({
      ...{ unitId, told: told.get(cell) ?? 0, computed: values.get(cell) ?? 0 },
    }))
    .filter((unit) => rounded(unit.told - unit.computed) !== 0)
    .toSorted((a, b) => Math.abs(b.told - b.computed) - Math.abs(a.told - a.computed));
  const forced = facts.parts.filter((part) => part.forced.has(cell));
  const explained = rounded(sum(forced, ({ told, forced: then }) => (told.get(cell) ?? 0) - (then.get(cell) ?? 0)));
  return { cell, computed, summed, explained, units };
}

/** A unit with branches of its own may have more than the parts, never less; one without has exactly their sum. */
function manualDifference(cell: string, facts: RollupFacts, mode: "own-and-sum" | "sum"): CellDifference | undefined {
  const computed = facts.entered.get(cell);
  if (computed === undefined) return undefined;
  const summed = rounded(sum(facts.parts, ({ told }) => told.get(cell)));
  const exactly = mode === "sum" || facts.allInParts;
  if (exactly ? summed === computed : summed <= computed) return undefined;
  const units = facts.parts.flatMap(({ unitId, told }) => {
    const value = told.get(cell) ?? 0;
    return value === 0 ? [] : [{ unitId, told: value, computed: value }];
  });
  return { cell, computed, summed, explained: 0, units: units.toSorted((a, b) => b.told - a.told) };
}

function sum<T>(all: readonly T[], value: (one: T) => number | undefined): number {
  return all.reduce((total, one) => total + (value(one) ?? 0), 0);
}
