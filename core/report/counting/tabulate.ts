import type { CompiledSet, CountedCell } from "../compile/compiled-set.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { bitPlaces, bothBits, countBoth, type BitSet } from "../population/bit-set.ts";
import type { ConditionCache } from "./condition-cache.ts";
import { scopeBits } from "./scope-bits.ts";

/** Generated numbers of a set: `values.get("2!C4")`. Formula cells and cells filled by hand are not among them. */
export type GeneratedValues = ReadonlyMap<string, number>;

export function cellKey(table: number, cell: string): string {
  return `${table}!${cell}`;
}

/**
 * Every generated cell of a set for a unit and everything below it (R2).
 * @param units ids of the unit and everything below it
 */
export function tabulate(compiled: CompiledSet, cache: ConditionCache, units: ReadonlySet<string>): GeneratedValues {
  const counter = new ScopeCounter(cache, units);
  const values = new Map<string, number>();
  for (const { definition, cells } of compiled.tables) {
    for (const { cell, counted } of cells)
      if (counted) values.set(cellKey(definition.no, cell), counter.count(counted));
  }
  return values;
}

/** Counts within one unit's tree; what rows of a table share is joined once. */
export class ScopeCounter {
  readonly #cache: ConditionCache;
  readonly #units: ReadonlySet<string>;
  readonly #scopes = new Map<PopulationName, BitSet>();
  readonly #rows = new Map<string, BitSet>();

  constructor(cache: ConditionCache, units: ReadonlySet<string>) {
    this.#cache = cache;
    this.#units = units;
  }

  count(counted: CountedCell): number {
    const { population, conditions, sumOf } = counted;
    if (sumOf !== null) return this.#sum(counted, sumOf);
    const last = conditions.at(-1);
    const row = this.#row(population, conditions.slice(0, -1));
    return countBoth(row, last === undefined ? row : this.#cache.one(population, last));
  }

  /** The records counted: as many as the number says (R5b). */
  bits({ population, conditions }: CountedCell): BitSet {
    return bothBits(this.#scope(population), this.#cache.all(population, conditions));
  }

  #sum(counted: CountedCell, field: string): number {
    const { values, codes } = this.#cache.populations[counted.population].column(field);
    // Hundredths, so that amounts of money add up exactly.
    const numbers = values.map((value) => Math.round(Number(value) * 100));
    return bitPlaces(this.bits(counted)).reduce((sum, row) => sum + (numbers[codes[row] ?? 0] ?? 0), 0) / 100;
  }

  #scope(population: PopulationName): BitSet {
    const known = this.#scopes.get(population) ?? scopeBits(this.#cache.populations[population], this.#units);
    this.#scopes.set(population, known);
    return known;
  }

  /** What table and row ask for, within the scope. */
  #row(population: PopulationName, conditions: readonly number[]): BitSet {
    if (conditions.length === 0) return this.#scope(population);
    const key = `${population} ${conditions.join(" ")}`;
    const known = this.#rows.get(key) ?? bothBits(this.#scope(population), this.#cache.all(population, conditions));
    this.#rows.set(key, known);
    return known;
  }
}
