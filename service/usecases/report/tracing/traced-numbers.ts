import type { CompiledCell, CountedCell } from "#core/report/compile/compiled-set.ts";
import { amountIn } from "#core/report/counting/amount.ts";
import { ScopeCounter } from "#core/report/counting/tabulate.ts";
import { bitPlaces } from "#core/report/population/bit-set.ts";
import { cellsByKey, signedLeaves, type SignedCell } from "#core/report/tracing/signed-terms.ts";
import { branchesBelow, type TracedReport } from "./traced-report.ts";

/** Numbers of a report's cells for one of its units, as the records and what was filled in say. */
export class TracedNumbers {
  readonly cells: ReadonlyMap<string, CompiledCell>;
  readonly counter: ScopeCounter;
  readonly #traced: TracedReport;
  /** Filled in for the whole report: a unit below it has a report of its own for that. */
  readonly #filled: ReadonlyMap<string, number>;

  constructor(traced: TracedReport, units: ReadonlySet<string>) {
    this.#traced = traced;
    this.#filled = units.has(traced.key.unitId) ? traced.filled : new Map();
    this.cells = cellsByKey(traced.compiled);
    this.counter = new ScopeCounter(traced.cache, units);
  }

  /** Counted and filled cells that a cell comes to; empty for a product, whose number is no sum of lists. */
  leaves(cell: string): readonly SignedCell[] {
    return signedLeaves(this.cells, { cell, sign: 1 }) ?? [];
  }

  value(cell: string): number {
    return this.leaves(cell).reduce((sum, leaf) => sum + leaf.sign * this.#leaf(leaf.cell), 0);
  }

  #leaf(cell: string): number {
    const counted = this.cells.get(cell)?.counted;
    if (!counted) return this.#filled.get(cell) ?? 0;
    return counted.sumOf === null
      ? bitPlaces(this.counter.bits(counted)).length
      : this.counter.sum(counted, counted.sumOf);
  }

  /** The same cell for each unit directly below `top`, in one pass: a move between two of them counts for both (R13). */
  below(cell: string, top: string): ReadonlyMap<string, number> {
    const branches = branchesBelow(this.#traced, top);
    const hundredths = new Map<string, number>();
    for (const leaf of this.leaves(cell)) {
      const counted = this.cells.get(leaf.cell)?.counted;
      for (const [branch, amount] of counted ? this.#amounts(counted, branches) : [])
        hundredths.set(branch, (hundredths.get(branch) ?? 0) + leaf.sign * amount);
    }
    return new Map([...hundredths].map(([unit, sum]) => [unit, sum / 100]));
  }

  /** Hundredths that each row counts, with the unit below that it counts for. */
  *#amounts(
    { population: name, conditions, sumOf }: CountedCell,
    branches: ReadonlyMap<string, string>,
  ): Generator<readonly [string, number]> {
    const { cache } = this.#traced;
    const population = cache.populations[name];
    const { units, others } = population;
    const kept = units.values.map((id) => branches.get(id));
    const gone = others.values.map((id) => branches.get(id));
    for (const row of bitPlaces(cache.all(name, conditions))) {
      const branch = kept[units.codes[row] ?? 0];
      if (branch === undefined || branch === gone[others.codes[row] ?? 0]) continue;
      yield [branch, sumOf === null ? 100 : amountIn(population.text(sumOf, row))];
    }
  }
}
