import type { Day } from "#core/kernel/instant.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { unitFieldOf } from "../compile/report-fields.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { allBits, bothBits, hasBit, setBit, wordsFor, type BitSet } from "../population/columns/bit-set.ts";
import { answerTests, conditionBits, fieldsOf, type KnownTests } from "../population/columns/condition-bits.ts";
import type { Population } from "../population/population.ts";
import { BlockCounter } from "./block-counter.ts";
import { countingPlan, type CountingPlan, type PopulationPlan } from "./counting-plan.ts";
import { RowConditions, type RowLook } from "./row-conditions.ts";

export type Populations = Readonly<Record<PopulationName, Population>>;

/** Every distinct condition of a set as bits, each made when it is first asked for and kept up with rows that are written anew. */
export class ConditionCache {
  readonly populations: Populations;
  readonly day: Day;
  readonly #compiled: CompiledSet;
  readonly #bits = new Map<PopulationName, Map<number, BitSet>>();
  readonly #rows = new Map<PopulationName, RowConditions>();
  readonly #counters = new Map<PopulationPlan, BlockCounter>();
  #plan: CountingPlan | null = null;

  constructor(compiled: CompiledSet, populations: Populations, day: Day) {
    this.#compiled = compiled;
    this.populations = populations;
    this.day = day;
  }

  get plan(): CountingPlan {
    return (this.#plan ??= countingPlan(this.#compiled));
  }

  one(name: PopulationName, index: number): BitSet {
    return this.#bitsOf(name).get(index) ?? this.#make(name, index, new Map());
  }

  /** Where all of them hold; all records for none. */
  all(name: PopulationName, indices: readonly number[]): BitSet {
    const [first, ...others] = indices.map((index) => this.one(name, index));
    const { size, capacity } = this.populations[name];
    return first ? others.reduce(bothBits, first) : allBits(size, capacity);
  }

  /** @returns a number for each pair of the plan, of the records of the scope */
  count(plan: PopulationPlan, scope: BitSet): Uint32Array {
    const counter = this.#counters.get(plan) ?? new BlockCounter(plan);
    this.#counters.set(plan, counter);
    this.#makeAll(plan);
    return counter.count(scope, (condition) => this.one(plan.name, condition));
  }

  /** Conditions of a plan share most of their tests: these are made together, and not kept. */
  #makeAll({ name, conditions }: PopulationPlan): void {
    const missing = conditions.filter((index) => !this.#bitsOf(name).has(index));
    const known: KnownTests = new Map();
    const asked = { population: this.populations[name], day: this.day, known };
    answerTests(
      missing.flatMap((index) => this.#compiled.conditions[name][index]?.condition ?? []),
      asked,
    );
    for (const index of missing) this.#make(name, index, known);
  }

  #make(name: PopulationName, index: number, known: KnownTests): BitSet {
    const condition = this.#compiled.conditions[name][index]?.condition;
    if (!condition) throw new Error(`no condition ${name} ${index}`);
    const bits = conditionBits(condition, { population: this.populations[name], day: this.day, known });
    this.#bitsOf(name).set(index, bits);
    return bits;
  }

  /** Whether any condition of the population was made. */
  hasSets(name: PopulationName): boolean {
    return this.#bitsOf(name).size > 0;
  }

  /** A row that stands in the sets as it is: what holds for it is read from them where they are made. */
  look(name: PopulationName, row: number): RowLook {
    const rows = this.#conditionsOf(name);
    const facts = rows.facts(this.populations[name], row);
    const bits = this.#bitsOf(name);
    const conditions = this.#compiled.conditions[name].length;
    if (bits.size < conditions) return { facts, held: rows.ask(facts) };
    const held = new Uint8Array(conditions);
    for (const [index, set] of bits) held[index] = hasBit(set, row) ? 1 : 0;
    return { facts, held };
  }

  /** After a row was written: its bit in every set. @param before how it looked; undefined for one that is new */
  rowWritten(name: PopulationName, row: number, before?: RowLook): RowLook {
    const rows = this.#conditionsOf(name);
    const facts = rows.facts(this.populations[name], row);
    const held = rows.ask(facts, before);
    const bits = this.#bitsOf(name);
    const words = wordsFor(this.populations[name].capacity);
    for (const [index, set] of bits) {
      const holds = held[index] === 1;
      // There is room for it no more: made anew when it is asked for.
      if (set.length !== words) bits.delete(index);
      else if (!before || holds !== (before.held[index] === 1)) setBit(set, row, holds);
    }
    return { facts, held };
  }

  /** Before facts of units are written: what asks for them is made anew when it is asked for. */
  forgetUnits(name: PopulationName): void {
    const conditions = this.#compiled.conditions[name];
    const bits = this.#bitsOf(name);
    for (const index of bits.keys()) {
      const asked = conditions[index];
      const fields = asked ? fieldsOf(asked.condition) : [];
      if (name === "units" || fields.some((key) => unitFieldOf(key) !== undefined)) bits.delete(index);
    }
  }

  #conditionsOf(name: PopulationName): RowConditions {
    const rows = this.#rows.get(name) ?? new RowConditions(this.#compiled.conditions[name], this.day);
    this.#rows.set(name, rows);
    return rows;
  }

  #bitsOf(name: PopulationName): Map<number, BitSet> {
    const bits = this.#bits.get(name) ?? new Map<number, BitSet>();
    this.#bits.set(name, bits);
    return bits;
  }
}
