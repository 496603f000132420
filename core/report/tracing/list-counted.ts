import type { Facts } from "#core/people/person/facts.ts";
import type { CompiledSet, CountedCell } from "../compile/compiled-set.ts";
import type { ConditionCache } from "../counting/condition-cache.ts";
import type { ScopeCounter } from "../counting/tabulate.ts";
import { bitPlaces } from "../population/columns/bit-set.ts";
import { factsOfRow, fieldsOf } from "../population/columns/condition-bits.ts";

/** One record behind a number. */
export interface CountedRow {
  /** Id of the person or unit. */
  readonly record: string;
  readonly unitId: string;
  /** What the list always shows, and what the conditions looked at. */
  readonly facts: Facts;
}

export interface CountedList {
  /** Keys of the fields that the conditions looked at, in their order. */
  readonly looked: readonly string[];
  readonly rows: readonly CountedRow[];
  /** Counted and not listed, where `most` was asked for. */
  readonly left: number;
}

export interface Tracing {
  readonly compiled: CompiledSet;
  readonly cache: ConditionCache;
  readonly counter: ScopeCounter;
  /** Fields shown whatever was asked. */
  readonly shown: readonly string[];
  /** Lists that many at most; left out: all. */
  readonly most?: number;
}

/** Exactly the records a generated cell counts, from the bits it counts (R5, R5b). */
export function listCounted(cell: CountedCell, tracing: Tracing): CountedList {
  const looked = fieldsLookedAt(cell, tracing);
  const population = tracing.cache.populations[cell.population];
  const keys = new Set([...tracing.shown, ...looked, ...(cell.sumOf === null ? [] : [cell.sumOf])]);
  const { values, codes } = population.units;
  const places = bitPlaces(tracing.counter.bits(cell));
  const listed = places.slice(0, tracing.most);
  const rows = listed.map((row) => ({
    record: population.records[row] ?? "",
    unitId: values[codes[row] ?? 0] ?? "",
    facts: factsOfRow(population, keys, row),
  }));
  return { looked, rows, left: places.length - listed.length };
}

export function fieldsLookedAt(
  { population, conditions }: CountedCell,
  { compiled }: Pick<Tracing, "compiled">,
): readonly string[] {
  const all = conditions.flatMap((index) => {
    const condition = compiled.conditions[population][index]?.condition;
    return condition ? fieldsOf(condition) : [];
  });
  return [...new Set(all)];
}
