import type { CompiledSet, CountedCell } from "../compile/compiled-set.ts";
import { POPULATION_NAMES } from "../definition/population-names.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { cellKey } from "./cell-key.ts";
import { cellPlaces } from "./cell-numbers.ts";

/** Two sets of records, by their places in a plan. */
export interface Two {
  readonly one: number;
  readonly other: number;
}

/**
 * How the numbers of one population are counted. Sets have places: 0 is the scope, then the conditions that are asked for, then
 * the joins in their order. What rows of a table share is joined once.
 */
export interface PopulationPlan {
  readonly name: PopulationName;
  /** Places 1 and on: indices among the population's conditions. */
  readonly conditions: readonly number[];
  /** Each of two places before its own. */
  readonly joins: readonly Two[];
  /** A number each: the records that both sets have. */
  readonly pairs: readonly Two[];
  /** Keys of the cells that each pair is the number of. */
  readonly cells: readonly (readonly string[])[];
  /** Where the numbers of these cells stand. */
  readonly places: readonly (readonly number[])[];
  /** Conditions of each pair, for records looked at one by one. */
  readonly asked: readonly (readonly number[])[];
  readonly sums: readonly SumPlan[];
}

/** Adds a field up. */
export interface SumPlan {
  readonly key: string;
  /** Where its number stands. */
  readonly place: number;
  readonly counted: CountedCell;
  readonly field: string;
}

export type CountingPlan = readonly PopulationPlan[];

/** Cells of the same conditions are counted once. */
export function countingPlan(compiled: CompiledSet): CountingPlan {
  const planners = new Map<PopulationName, Planner>();
  const places = cellPlaces(compiled).of;
  for (const { definition, cells } of compiled.tables)
    for (const { cell, counted } of cells) {
      if (!counted) continue;
      const planner = planners.get(counted.population) ?? new Planner(places);
      planners.set(counted.population, planner);
      planner.add(cellKey(definition.no, cell), counted);
    }
  const names = Object.keys(POPULATION_NAMES) as PopulationName[];
  return names.flatMap((name) => planners.get(name)?.plan(name) ?? []);
}

class Planner {
  /** By the conditions joined, "" for the scope alone. */
  readonly #sets = new Map<string, CountedCell["conditions"]>([["", []]]);
  readonly #pairs = new Map<string, { readonly conditions: readonly number[]; readonly cells: string[] }>();
  readonly #sums: SumPlan[] = [];
  readonly #places: ReadonlyMap<string, number>;

  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places;
  }

  add(key: string, counted: CountedCell): void {
    const { conditions, sumOf } = counted;
    if (sumOf !== null) {
      this.#sums.push({ key, place: this.#placeOf(key), counted, field: sumOf });
      return;
    }
    const text = conditions.join(" ");
    const known = this.#pairs.get(text) ?? { conditions, cells: [] };
    this.#pairs.set(text, known);
    known.cells.push(key);
    for (let length = 1; length < conditions.length; length += 1) {
      const first = conditions.slice(0, length);
      this.#sets.set(first.join(" "), first);
    }
  }

  plan(name: PopulationName): PopulationPlan {
    const all = [...this.#pairs.values()];
    const conditions = [...new Set(all.flatMap((pair) => pair.conditions))];
    const placeOf = new Map(conditions.map((condition, index) => [condition, index + 1]));
    const places = new Map([["", 0]]);
    const two = (joined: readonly number[]): Two => {
      const last = joined.at(-1);
      const one = places.get(joined.slice(0, -1).join(" ")) ?? 0;
      return { one, other: last === undefined ? one : (placeOf.get(last) ?? 0) };
    };
    const sets = [...this.#sets.values()].filter(({ length }) => length > 0).toSorted((a, b) => a.length - b.length);
    const joins = sets.map((joined, index) => {
      places.set(joined.join(" "), conditions.length + 1 + index);
      return two(joined);
    });
    return {
      ...{ name, conditions, joins, sums: this.#sums },
      pairs: all.map((pair) => two(pair.conditions)),
      cells: all.map(({ cells }) => cells),
      places: all.map(({ cells }) => cells.map((key) => this.#placeOf(key))),
      asked: all.map((pair) => pair.conditions),
    };
  }

  #placeOf(key: string): number {
    return this.#places.get(key) ?? -1;
  }
}
