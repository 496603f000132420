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
import { CellNumbers, cellPlaces } from "./cell-numbers.ts";
import { ConditionCache } from "./condition-cache.ts";
import { moveRow, type KeptScope, type RowStanding } from "./move-row.ts";
import { isInScope } from "./scope-bits.ts";
import { tabulate, type GeneratedValues } from "./tabulate.ts";

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
    if (this.#scopes.length === 0 && !this.cache.hasSets(name)) {
      // Nothing was counted yet that could move.
      population.replace(record, counted);
      return;
    }
    const before = new Map(population.rowsOf(record).map((row) => [row, this.#stand(name, row)]));
    for (const row of population.replace(record, counted)) {
      const was = before.get(row);
      const now = this.#stand(name, row, this.cache.rowWritten(name, row, was?.look));
      for (const plan of this.cache.plan) if (plan.name === name) moveRow(plan, { was, now });
    }
  }

  #stand(name: PopulationName, row: number, look = this.cache.look(name, row)): RowStanding {
    const population = this.populations[name];
    const within = this.#scopes.filter(({ units }) => isInScope(population, row, units));
    const amounts = new Map(
      this.cache.plan.flatMap((plan) =>
        plan.name === name ? plan.sums.map(({ place, field }) => [place, amountIn(population.text(field, row))]) : [],
      ),
    );
    return { look, within, amounts };
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
