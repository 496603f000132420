import type { CompiledSet } from "../compile/compiled-set.ts";
import { cellKey } from "../counting/cell-key.ts";
import {
  cellPlaces,
  isSameNumber,
  placedNumbers,
  type CellPlaces,
  type PlacedNumbers,
} from "../counting/cell-numbers.ts";
import { placedCell, type PlacedCell } from "../counting/placed-cell.ts";
import {
  boundPlaces,
  findingAt,
  placedCheck,
  type BoundCheck,
  type BoundPlace,
  type CheckFinding,
} from "./run-checks.ts";
import type { TableCheck } from "./table-check.ts";

/** By "2!C4"; a cell without a number is missing. */
type Values = ReadonlyMap<string, number>;

interface PlacedCheck {
  readonly check: TableCheck;
  readonly place: BoundPlace;
  readonly placed: BoundCheck<PlacedCell>;
}

interface PlacedChecks {
  readonly places: CellPlaces;
  readonly checks: readonly PlacedCheck[];
  /** By the place of a cell: which checks read its number of this year. */
  readonly readers: readonly (readonly number[])[];
}

/** Worked out once for a set, whoever's numbers are checked. */
const known = new WeakMap<CompiledSet, PlacedChecks>();

function placedChecks(compiled: CompiledSet): PlacedChecks {
  const placed = known.get(compiled) ?? placeChecks(compiled);
  known.set(compiled, placed);
  return placed;
}

function placeChecks(compiled: CompiledSet): PlacedChecks {
  const places = cellPlaces(compiled);
  const { set, tables } = compiled;
  const checks = set.checks.flatMap((check) =>
    boundPlaces(check, tables).map((place) => ({
      ...{ check, place },
      placed: placedCheck(place.bound, (cell) => placedCell(places, cell)),
    })),
  );
  const readers = places.keys.map((): number[] => []);
  checks.forEach(({ placed }, index) => {
    const cells = placed.cells.filter(({ lastYear }) => !lastYear).map(({ place }) => place);
    for (const place of new Set(cells)) readers[place]?.push(index);
  });
  return { places, checks, readers };
}

/**
 * The checks of a set over numbers of which few change at a time: those are judged anew that read a number which is another than
 * before. Says the same as running them all.
 */
export class KeptChecks {
  readonly #lastYear: Values;
  readonly #placed: PlacedChecks;
  #numbers: PlacedNumbers | null = null;
  readonly #findings: (CheckFinding | undefined)[] = [];

  constructor(compiled: CompiledSet, lastYear: Values) {
    this.#lastYear = lastYear;
    this.#placed = placedChecks(compiled);
  }

  run(values: Values): readonly CheckFinding[] {
    const { places, checks } = this.#placed;
    const numbers = placedNumbers(places, values);
    const read = ({ place, table, cell, lastYear }: PlacedCell): number | null => {
      if (lastYear) return this.#lastYear.get(cellKey(table, cell)) ?? null;
      const number = numbers[place] ?? Number.NaN;
      return Number.isNaN(number) ? null : number;
    };
    for (const index of this.#moved(numbers)) {
      const moved = checks[index];
      if (moved) this.#findings[index] = findingAt(moved, read);
    }
    this.#numbers = numbers;
    return this.#findings.filter((finding) => finding !== undefined);
  }

  /** Checks that read a number which is another than before, or has come or gone. */
  #moved(numbers: PlacedNumbers): Iterable<number> {
    const before = this.#numbers;
    if (!before) return this.#placed.checks.keys();
    const moved = new Set<number>();
    for (let place = 0; place < numbers.length; place += 1)
      if (!isSameNumber(before[place], numbers[place]))
        for (const index of this.#placed.readers[place] ?? []) moved.add(index);
    return moved;
  }
}
