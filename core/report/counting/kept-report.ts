import type { Day } from "#core/kernel/instant.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import {
  NO_ROWS,
  type RowsByPopulation,
  type UnitFacts,
  type WrittenPopulations,
} from "../population/build-populations.ts";
import type { Counted } from "../population/population.ts";
import { amountIn } from "./amount.ts";
import { CellNumbers, cellPlaces, type PlacedNumbers } from "./cell-numbers.ts";
import { ConditionCache } from "./condition-cache.ts";
import { isInScope } from "./scope-bits.ts";
import { tabulate, type GeneratedValues } from "./tabulate.ts";

interface KeptScope {
  /** As last asked for: asked for with the same set again, it is found at once. */
  units: ReadonlySet<string>;
  /** Written to at every change. */
  readonly numbers: PlacedNumbers;
  /** What was handed out of them; null after a change. */
  handedOut: CellNumbers | null;
}

/** So many units' numbers are kept; the one that was asked for longest ago goes first. */
const MOST_SCOPES = 128;

/**
 * A report that stays: when one record changes, its rows are replaced, their bits set anew, and the numbers that are known are
 * changed by what these rows counted before and count now. Nothing is counted again that did not change.
 */
export class KeptReport {
  readonly compiled: CompiledSet;
  readonly populations: WrittenPopulations;
  /** For lists and contrasts: always the rows as they are now. Bits taken from it are old after the next change. */
  readonly cache: ConditionCache;
  #scopes: readonly KeptScope[] = [];

  constructor(compiled: CompiledSet, populations: WrittenPopulations, day: Day) {
    this.compiled = compiled;
    this.populations = populations;
    this.cache = new ConditionCache(compiled, populations, day);
  }

  /**
   * Every generated cell for a unit and everything below it: counted when it is first asked for, then kept. What was handed out
   * stays as it is; as long as no number moves it is the same one.
   * @param units ids of the unit and everything below it; a set that is not changed any more
   */
  values(units: ReadonlySet<string>): GeneratedValues {
    const scope = this.#scope(units);
    return (scope.handedOut ??= new CellNumbers(cellPlaces(this.compiled), scope.numbers.slice()));
  }

  #scope(units: ReadonlySet<string>): KeptScope {
    const known =
      this.#scopes.find((scope) => scope.units === units) ??
      this.#scopes.find((scope) => sameUnits(scope.units, units));
    const scope = known ?? this.#counted(units);
    scope.units = units;
    this.#scopes = [scope, ...this.#scopes.filter((other) => other !== scope)].slice(0, MOST_SCOPES);
    return scope;
  }

  #counted(units: ReadonlySet<string>): KeptScope {
    return { units, numbers: tabulate(this.compiled, this.cache, units).numbers, handedOut: null };
  }

  /** A record's rows as they are now, of the fields that are kept: put back, they undo what was replaced (R12). */
  rowsOf(record: string): RowsByPopulation {
    return Object.fromEntries(
      namesIn(NO_ROWS).map((name) => {
        const population = this.populations[name];
        return [name, population.rowsOf(record).map((row) => population.at(row))];
      }),
    );
  }

  /** Puts these rows in place of all that the record has in the populations that are named; none there: it is removed. */
  replaceRecord(record: string, rows: RowsByPopulation): void {
    for (const name of namesIn(rows)) this.#replaceIn(name, record, rows[name] ?? []);
  }

  /** After units or their facts have changed. What asks for them is made again, and every number counted again when asked for. */
  replaceUnits(units: readonly UnitFacts[]): void {
    this.#scopes = [];
    const unitFacts = new Map(units.map(({ id, facts }) => [id, facts]));
    for (const name of namesIn(NO_ROWS)) {
      if (name !== "units") this.populations[name].setUnitFacts(unitFacts);
      this.cache.forgetUnits(name);
    }
    const open = new Map(units.flatMap(({ id, facts, ended }) => (ended ? [] : [[id, facts] as const])));
    const known = new Set(this.populations.units.records);
    for (const gone of known) if (gone !== "" && !open.has(gone)) this.#replaceIn("units", gone, []);
    for (const [id, facts] of open)
      this.#replaceIn("units", id, [{ record: id, facts: [facts], unitId: id, otherUnitId: null }]);
  }

  #replaceIn(name: PopulationName, record: string, counted: readonly Counted[]): void {
    const population = this.populations[name];
    for (const row of population.rowsOf(record)) this.#move(name, { row, times: -1 });
    for (const row of population.replace(record, counted)) {
      const hold = once(() => this.cache.holdAt(name, row));
      this.cache.rowWritten(name, row, hold);
      this.#move(name, { row, times: 1, hold });
    }
  }

  /** Takes what a row counts from the numbers, or adds it. A row that was removed is in no scope. */
  #move(name: PopulationName, { row, times, ...known }: Moved): void {
    const population = this.populations[name];
    const within = this.#scopes.filter(({ units }) => isInScope(population, row, units));
    if (within.length === 0) return;
    const hold = known.hold?.() ?? this.cache.holdAt(name, row);
    const isCounted = (asked: readonly number[]): boolean => asked.every((index) => hold[index] === true);
    for (const { asked, places, sums } of this.cache.plan.filter((plan) => plan.name === name)) {
      asked.forEach((conditions, pair) => {
        if (isCounted(conditions)) for (const place of places[pair] ?? []) add(within, place, times * 100);
      });
      for (const { place, counted, field } of sums)
        if (isCounted(counted.conditions)) add(within, place, times * amountIn(population.text(field, row)));
    }
  }
}

interface Moved {
  readonly row: number;
  readonly times: 1 | -1;
  /** What holds for it, if that was asked before. */
  readonly hold?: () => readonly boolean[];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function add(scopes: readonly KeptScope[], place: number, hundredths: number): void {
  for (const scope of scopes) {
    scope.handedOut = null;
    scope.numbers[place] = (Math.round((scope.numbers[place] ?? 0) * 100) + hundredths) / 100;
  }
}

function namesIn(rows: RowsByPopulation): readonly PopulationName[] {
  return Object.keys(rows) as PopulationName[];
}

function sameUnits(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (some.size !== others.size) return false;
  for (const id of some) if (!others.has(id)) return false;
  return true;
}
