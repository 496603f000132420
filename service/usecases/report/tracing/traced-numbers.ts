import type { CompiledCell, CountedCell } from "#core/report/compile/compiled-set.ts";
import { amountIn, rounded } from "#core/report/counting/amount.ts";
import { cellKey } from "#core/report/counting/cell-key.ts";
import { evaluateFormula, type CellReader } from "#core/report/counting/evaluate-formula.ts";
import { ScopeCounter } from "#core/report/counting/tabulate.ts";
import { bitPlaces } from "#core/report/population/columns/bit-set.ts";
import { cellsByKey, signedLeaves, signedReads, type SignedCell } from "#core/report/tracing/signed-terms.ts";
import { branchesBelow, type TracedReport } from "./traced-report.ts";

/** What a number is made of (R5): those of the units directly below, and what stands beside them. */
export interface NumberParts {
  readonly below: ReadonlyMap<string, number>;
  readonly own: number;
  /** To be added: moves from one of them to another, or to the unit itself, count for both and not for the whole. */
  readonly between: number;
  readonly filled: number;
  readonly lastYear: number;
}

/** Last year's numbers of units below, each one's own. */
export interface LastYears {
  /** Of the unit that is looked into. */
  readonly own: ReadonlyMap<string, number> | undefined;
  /** Of those directly below it. */
  readonly below: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const NO_NUMBERS: ReadonlyMap<string, number> = new Map();
const NO_YEARS: LastYears = { own: undefined, below: new Map() };

interface PartAmount {
  readonly branch: string;
  readonly amount: number;
  /** From or to another branch of the same unit. */
  readonly moved: boolean;
}

/** Numbers of a report's cells for one of its units, as the records and what was filled in say. */
export class TracedNumbers {
  readonly cells: ReadonlyMap<string, CompiledCell>;
  readonly counter: ScopeCounter;
  /** Whether they are the whole report's. */
  readonly isWhole: boolean;
  /** Whether there are numbers of last year of what is looked at. */
  readonly knowsLastYear: boolean;
  readonly #traced: TracedReport;
  /** Filled in for the whole report: a unit below it has a report of its own for that. */
  readonly #filled: ReadonlyMap<string, number>;
  readonly #lastYear: ReadonlyMap<string, number>;
  readonly #lastYears: LastYears;

  /** @param lastYears of units below, where the cell reads them */
  constructor(traced: TracedReport, units: ReadonlySet<string>, lastYears: LastYears = NO_YEARS) {
    this.#traced = traced;
    this.#lastYears = lastYears;
    this.isWhole = units.has(traced.key.unitId);
    this.#filled = this.isWhole ? traced.filled : new Map();
    const lastYear = this.isWhole ? traced.lastYear : lastYears.own;
    this.#lastYear = lastYear ?? NO_NUMBERS;
    this.knowsLastYear = lastYear !== undefined;
    this.cells = cellsByKey(traced.compiled);
    this.counter = new ScopeCounter(traced.cache, units);
  }

  /** Counted and filled cells that a cell comes to; empty for a product, whose number is no sum of lists. */
  leaves(cell: string): readonly SignedCell[] {
    return signedLeaves(this.cells, { cell, sign: 1 }) ?? [];
  }

  value(cell: string): number {
    const found = this.cells.get(cell);
    if (found?.rule.kind !== "formula") return this.#leaf(cell);
    // A definition whose formulas lead back to themselves does not compile: this ends.
    const read: CellReader = (table, name, lastYear) => {
      const key = cellKey(table, name);
      return lastYear ? this.lastYear(key) : this.value(key);
    };
    return rounded(evaluateFormula(found.rule.formula, { table: tableOf(cell), cell: found.cell }, read));
  }

  lastYear(cell: string): number {
    return this.#lastYear.get(cell) ?? 0;
  }

  #leaf(cell: string): number {
    const counted = this.cells.get(cell)?.counted;
    if (!counted) return this.#filled.get(cell) ?? 0;
    return counted.sumOf === null
      ? bitPlaces(this.counter.bits(counted)).length
      : this.counter.sum(counted, counted.sumOf);
  }

  /** The same cell by the units directly below `top`, in one pass over the records (R5, R13). */
  parts(cell: string, top: string): NumberParts {
    // The unit's own records are a branch of it like those of each unit below.
    const branches = new Map([...branchesBelow(this.#traced, top), [top, top]]);
    const hundredths = new Map<string, number>();
    let between = 0;
    let filled = 0;
    for (const { cell: leaf, sign } of this.leaves(cell)) {
      const counted = this.cells.get(leaf)?.counted;
      if (!counted) filled += sign * this.#leaf(leaf);
      for (const { branch, amount, moved } of counted ? this.#amounts(counted, branches) : []) {
        hundredths.set(branch, (hundredths.get(branch) ?? 0) + sign * amount);
        if (moved) between -= sign * amount;
      }
    }
    const lastYear = this.#addLastYears(cell, hundredths);
    const all = new Map([...hundredths].map(([unit, sum]) => [unit, sum / 100]));
    const own = all.get(top) ?? 0;
    all.delete(top);
    return { below: all, own, between: between / 100, filled: rounded(filled), lastYear };
  }

  /** What a unit below comes to when it is looked into: with its own numbers of last year. @returns what is left of the whole's */
  #addLastYears(cell: string, hundredths: Map<string, number>): number {
    let left = this.#lastYearPart({ cell, sign: 1 }, this.#lastYear);
    for (const [unit, values] of this.#lastYears.below) {
      const part = this.#lastYearPart({ cell, sign: 1 }, values);
      if (part === 0) continue;
      hundredths.set(unit, (hundredths.get(unit) ?? 0) + Math.round(part * 100));
      left = rounded(left - part);
    }
    return left;
  }

  #lastYearPart({ cell, sign }: SignedCell, values: ReadonlyMap<string, number>): number {
    const found = this.cells.get(cell);
    if (found?.rule.kind !== "formula") return 0;
    const reads = signedReads(found.rule.formula, { table: tableOf(cell), cell: found.cell }, sign) ?? [];
    return rounded(
      reads.reduce(
        (sum, read) =>
          sum + (read.lastYear ? read.sign * (values.get(read.cell) ?? 0) : this.#lastYearPart(read, values)),
        0,
      ),
    );
  }

  /** Hundredths that each row counts, with the branch that it counts for. */
  *#amounts(
    { population: name, conditions, sumOf }: CountedCell,
    branches: ReadonlyMap<string, string>,
  ): Generator<PartAmount> {
    const { cache } = this.#traced;
    const population = cache.populations[name];
    const { units, others } = population;
    const kept = units.values.map((id) => branches.get(id));
    const gone = others.values.map((id) => branches.get(id));
    for (const row of bitPlaces(cache.all(name, conditions))) {
      const branch = kept[units.codes[row] ?? 0];
      const other = gone[others.codes[row] ?? 0];
      if (branch === undefined || branch === other) continue;
      const amount = sumOf === null ? 100 : amountIn(population.text(sumOf, row));
      yield { branch, amount, moved: other !== undefined };
    }
  }
}

function tableOf(cell: string): number {
  return Number(cell.split("!")[0]);
}
