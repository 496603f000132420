import type { Facts } from "#core/people/person/facts.ts";
import type { Condition } from "#core/people/question/question.ts";
import type { CountedCell } from "../compile/compiled-set.ts";
import { hasBit } from "../population/bit-set.ts";
import { factsOfRow, fieldsOf } from "../population/condition-bits.ts";
import { scopeBits } from "../counting/scope-bits.ts";
import { firstFailing } from "./first-failing.ts";
import { listCounted, type CountedRow, type Tracing } from "./list-counted.ts";

/** Why a record that one cell counts is not counted in the other (R5a). */
export type WhyNot =
  | { readonly kind: "condition"; readonly failing: Condition; readonly facts: Facts }
  /** The other cell counts something else, of which the record has none. */
  | { readonly kind: "not-among" }
  | { readonly kind: "other-unit" };

export interface MissingRow extends CountedRow {
  readonly why: WhyNot;
}

export interface Contrast {
  /** In the first and not in the second, and the other way round. */
  readonly onlyFirst: readonly MissingRow[];
  readonly onlySecond: readonly MissingRow[];
  readonly both: number;
}

/** Two cells' records against each other; a record that counts twice in one cell is one record here. */
export function contrast(
  first: CountedCell,
  second: CountedCell,
  tracing: Tracing & { readonly units: ReadonlySet<string> },
): Contrast {
  const [a, b] = [byRecord(first, tracing), byRecord(second, tracing)];
  const missing = (
    from: ReadonlyMap<string, CountedRow>,
    other: ReadonlyMap<string, CountedRow>,
    cell: CountedCell,
  ) => {
    const whyNot = whyNotIn(cell, tracing);
    return [...from.values()].flatMap((row) => (other.has(row.record) ? [] : [{ ...row, why: whyNot(row.record) }]));
  };
  const onlyFirst = missing(a, b, second);
  return { onlyFirst, onlySecond: missing(b, a, first), both: a.size - onlyFirst.length };
}

function byRecord(cell: CountedCell, tracing: Tracing): ReadonlyMap<string, CountedRow> {
  return new Map(listCounted(cell, tracing).rows.map((row) => [row.record, row]));
}

function whyNotIn(
  { population: name, conditions }: CountedCell,
  { compiled, cache, units }: Tracing & { readonly units: ReadonlySet<string> },
): (record: string) => WhyNot {
  const population = cache.populations[name];
  const scope = scopeBits(population, units);
  const asked = conditions.flatMap((index) => compiled.conditions[name][index]?.condition ?? []);
  const keys = new Set(asked.flatMap(fieldsOf));
  return (record) => {
    const row = population.rowsOf(record).at(-1);
    if (row === undefined) return { kind: "not-among" };
    if (!hasBit(scope, row)) return { kind: "other-unit" };
    const facts = factsOfRow(population, keys, row);
    for (const condition of asked) {
      const failing = firstFailing(condition, facts, cache.day);
      if (failing) return { kind: "condition", failing, facts };
    }
    throw new Error(`${record} is counted and is not`);
  };
}
