import type { CompiledSet } from "../compile/compiled-set.ts";
import { cellKey } from "./cell-key.ts";

/** Where each cell of a set has its number. */
export interface CellPlaces {
  /** By place: "2!C4". */
  readonly keys: readonly string[];
  readonly of: ReadonlyMap<string, number>;
}

/** Numbers by place; NaN where a cell has none. */
export type PlacedNumbers = Float64Array<ArrayBuffer>;

/**
 * Numbers of a set's cells as a map by their keys, in the form's order. All of them together are one short piece of memory: copied
 * and compared in microseconds, after every corrected record.
 */
export class CellNumbers implements ReadonlyMap<string, number> {
  readonly places: CellPlaces;
  /** Never written to once it was handed out. */
  readonly numbers: PlacedNumbers;
  #size = -1;

  constructor(places: CellPlaces, numbers: PlacedNumbers) {
    this.places = places;
    this.numbers = numbers;
  }

  get size(): number {
    if (this.#size < 0) this.#size = this.numbers.reduce((size, number) => (Number.isNaN(number) ? size : size + 1), 0);
    return this.#size;
  }

  get(key: string): number | undefined {
    const place = this.places.of.get(key);
    const number = place === undefined ? undefined : this.numbers[place];
    return number === undefined || Number.isNaN(number) ? undefined : number;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): Generator<[string, number], undefined> {
    for (const [place, key] of this.places.keys.entries()) {
      const number = this.numbers[place] ?? Number.NaN;
      if (!Number.isNaN(number)) yield [key, number];
    }
    return undefined;
  }

  *keys(): Generator<string, undefined> {
    for (const [key] of this.entries()) yield key;
    return undefined;
  }

  *values(): Generator<number, undefined> {
    for (const [, number] of this.entries()) yield number;
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, number], undefined> {
    return this.entries();
  }

  forEach(work: (number: number, key: string, numbers: ReadonlyMap<string, number>) => void): void {
    for (const [key, number] of this.entries()) work(number, key, this);
  }
}

/** No cell has a number yet. */
export function noNumbers({ keys }: CellPlaces): PlacedNumbers {
  return new Float64Array(keys.length).fill(Number.NaN);
}

/** A copy to be written to, of numbers that may be laid out otherwise; cells that the set does not have are left out. */
export function placedNumbers(places: CellPlaces, values: ReadonlyMap<string, number>): PlacedNumbers {
  if (values instanceof CellNumbers && values.places === places) return values.numbers.slice();
  const numbers = noNumbers(places);
  for (const [key, number] of values) {
    const place = places.of.get(key);
    if (place !== undefined) numbers[place] = number;
  }
  return numbers;
}

/** Whether two cells say the same: the same number, or both none. */
export function isSameNumber(one: number | undefined, other: number | undefined): boolean {
  return one === other || (Number.isNaN(one) && Number.isNaN(other));
}

/** Worked out once for a set. */
export function cellPlaces(compiled: CompiledSet): CellPlaces {
  const before = known.get(compiled);
  if (before) return before;
  const keys = compiled.tables.flatMap(({ definition, cells }) =>
    cells.map(({ cell }) => cellKey(definition.no, cell)),
  );
  const places = { keys, of: new Map(keys.map((key, place) => [key, place])) };
  known.set(compiled, places);
  return places;
}

const known = new WeakMap<CompiledSet, CellPlaces>();
