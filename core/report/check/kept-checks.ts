import type { CompiledSet } from "../compile/compiled-set.ts";
import type { CellReader } from "../counting/evaluate-formula.ts";
import { cellKey } from "../counting/cell-key.ts";
import { boundPlaces, findingAt, type BoundPlace, type CheckFinding } from "./run-checks.ts";
import type { TableCheck } from "./table-check.ts";

/** By "2!C4"; a cell without a number is missing. */
type Values = ReadonlyMap<string, number>;

interface PlacedCheck {
  readonly check: TableCheck;
  readonly place: BoundPlace;
}

interface PlacedChecks {
  readonly checks: readonly PlacedCheck[];
  /** Which checks read a cell of this year, by its key. */
  readonly readers: ReadonlyMap<string, readonly number[]>;
}

/** Worked out once for a set, whoever's numbers are checked. */
const known = new WeakMap<CompiledSet, PlacedChecks>();

function placedChecks(compiled: CompiledSet): PlacedChecks {
  const placed = known.get(compiled) ?? placeChecks(compiled);
  known.set(compiled, placed);
  return placed;
}

function placeChecks({ set, tables }: CompiledSet): PlacedChecks {
  const checks = set.checks.flatMap((check) => boundPlaces(check, tables).map((place) => ({ check, place })));
  const all = new Map<string, number[]>();
  checks.forEach(({ place }, index) => {
    const cells = place.bound.cells.filter((cell) => !cell.lastYear);
    for (const key of new Set(cells.map(({ table, cell }) => cellKey(table, cell)))) {
      const readers = all.get(key) ?? [];
      all.set(key, readers);
      readers.push(index);
    }
  });
  return { checks, readers: all };
}

/**
 * The checks of a set over numbers of which few change at a time: those are judged anew that read a number which is another than
 * before. Says the same as running them all.
 */
export class KeptChecks {
  readonly #lastYear: Values;
  readonly #placed: PlacedChecks;
  #values: Values | null = null;
  readonly #findings: (CheckFinding | undefined)[] = [];

  constructor(compiled: CompiledSet, lastYear: Values) {
    this.#lastYear = lastYear;
    this.#placed = placedChecks(compiled);
  }

  /** @param values never written to afterwards: the next ones are compared with them */
  run(values: Values): readonly CheckFinding[] {
    const read: CellReader = (table, cell, lastYear) =>
      (lastYear ? this.#lastYear : values).get(cellKey(table, cell)) ?? null;
    for (const index of this.#moved(values)) {
      const placed = this.#placed.checks[index];
      if (placed) this.#findings[index] = findingAt(placed.check, placed.place, read);
    }
    this.#values = values;
    return this.#findings.filter((finding) => finding !== undefined);
  }

  /** Checks that read a number which is another than before, or has gone. */
  #moved(values: Values): Iterable<number> {
    const before = this.#values;
    if (before === values) return [];
    if (!before) return this.#placed.checks.keys();
    const moved = new Set<number>();
    const tell = (key: string): void => {
      for (const index of this.#placed.readers.get(key) ?? []) moved.add(index);
    };
    let inBoth = 0;
    for (const [key, value] of values) {
      const old = before.get(key);
      if (old !== undefined) inBoth += 1;
      if (old !== value) tell(key);
    }
    if (inBoth < before.size) for (const key of before.keys()) if (!values.has(key)) tell(key);
    return moved;
  }
}
