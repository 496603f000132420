import type { CompiledSet, CountedCell } from "../compile/compiled-set.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { bitPlaces, bothBits, type BitSet } from "../population/columns/bit-set.ts";
import { amountIn } from "./amount.ts";
import { CellNumbers, cellPlaces, noNumbers } from "./cell-numbers.ts";
import type { ConditionCache } from "./condition-cache.ts";
import { scopeBits } from "./scope-bits.ts";

/** Generated numbers of a set: `values.get("2!C4")`. Formula cells and cells filled by hand are not among them. */
export type GeneratedValues = ReadonlyMap<string, number>;

/**
 * Every generated cell of a set for a unit and everything below it (R2).
 * @param units ids of the unit and everything below it
 */
export function tabulate(compiled: CompiledSet, cache: ConditionCache, units: ReadonlySet<string>): CellNumbers {
  const counter = new ScopeCounter(cache, units);
  const places = cellPlaces(compiled);
  const numbers = noNumbers(places);
  for (const plan of cache.plan) {
    const counts = cache.count(plan, counter.scope(plan.name));
    plan.places.forEach((cells, pair) => {
      for (const place of cells) numbers[place] = counts[pair] ?? 0;
    });
    for (const { place, counted, field } of plan.sums) numbers[place] = counter.sum(counted, field);
  }
  return new CellNumbers(places, numbers);
}

/** Who is counted within one unit's tree. */
export class ScopeCounter {
  readonly #cache: ConditionCache;
  readonly #units: ReadonlySet<string>;
  readonly #scopes = new Map<PopulationName, BitSet>();

  constructor(cache: ConditionCache, units: ReadonlySet<string>) {
    this.#cache = cache;
    this.#units = units;
  }

  /** The records counted: as many as the number says (R5b). */
  bits({ population, conditions }: CountedCell): BitSet {
    return bothBits(this.scope(population), this.#cache.all(population, conditions));
  }

  sum(counted: CountedCell, field: string): number {
    const { values, codes } = this.#cache.populations[counted.population].column(field);
    const hundredths = bitPlaces(this.bits(counted)).reduce(
      (sum, row) => sum + amountIn(values[codes[row] ?? 0] ?? ""),
      0,
    );
    return hundredths / 100;
  }

  scope(population: PopulationName): BitSet {
    const known = this.#scopes.get(population) ?? scopeBits(this.#cache.populations[population], this.#units);
    this.#scopes.set(population, known);
    return known;
  }
}
