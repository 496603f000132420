import type { Day } from "#core/kernel/instant.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { allBits, bothBits, type BitSet } from "../population/bit-set.ts";
import { conditionBits, type KnownTests } from "../population/condition-bits.ts";
import type { Population } from "../population/population.ts";

export type Populations = Readonly<Record<PopulationName, Population>>;

/** Every distinct condition of a set as bits, each made when it is first asked for. */
export class ConditionCache {
  readonly populations: Populations;
  readonly day: Day;
  readonly #conditions: CompiledSet["conditions"];
  readonly #tests: KnownTests = new Map();
  readonly #single = new Map<string, BitSet>();
  readonly #joined = new Map<string, BitSet>();

  constructor(compiled: CompiledSet, populations: Populations, day: Day) {
    this.#conditions = compiled.conditions;
    this.populations = populations;
    this.day = day;
  }

  one(name: PopulationName, index: number): BitSet {
    const key = `${name} ${index}`;
    const known = this.#single.get(key);
    if (known) return known;
    const condition = this.#conditions[name][index]?.condition;
    if (!condition) throw new Error(`no condition ${key}`);
    const bits = conditionBits(condition, {
      ...{ population: this.populations[name], day: this.day },
      known: this.#tests,
    });
    this.#single.set(key, bits);
    return bits;
  }

  /** Where all of them hold; all records for none. */
  all(name: PopulationName, indices: readonly number[]): BitSet {
    const [first, ...others] = indices;
    if (first !== undefined && others.length === 0) return this.one(name, first);
    const key = `${name} ${indices.join(" ")}`;
    const known = this.#joined.get(key);
    if (known) return known;
    const bits = indices.map((index) => this.one(name, index)).reduce(bothBits, allBits(this.populations[name].size));
    this.#joined.set(key, bits);
    return bits;
  }
}
