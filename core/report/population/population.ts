import type { Facts } from "#core/people/person/facts.ts";
import { unitFieldOf } from "../compile/report-fields.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { ColumnWriter, type Column } from "./column.ts";

/** One record of a population, as it is counted. */
export interface Counted {
  /** What a list shows and opens: the person's or unit's id. */
  readonly record: string;
  readonly facts: Facts;
  /** Where it counts. */
  readonly unitId: string;
  /** The other side of a transfer: where both lie in the same unit's tree it counts for neither (R13). null: none, or outside. */
  readonly otherUnitId: string | null;
}

/** The records of one kind as columns (R5b): what is counted, listed and compared are the same rows. */
export interface Population {
  readonly name: PopulationName;
  readonly size: number;
  readonly records: readonly string[];
  readonly units: Column;
  readonly others: Column;
  /** An unknown field is empty for everybody. */
  column(key: string): Column;
}

/** Fills a population; kept, it takes changed and added records too. */
export class PopulationWriter implements Population {
  readonly name: PopulationName;
  readonly records: string[] = [];
  readonly #keys: readonly string[];
  readonly #columns: ReadonlyMap<string, ColumnWriter>;
  readonly #units = new ColumnWriter();
  readonly #others = new ColumnWriter();
  readonly #empty = new ColumnWriter();
  readonly #unitFacts: ReadonlyMap<string, Facts>;

  /**
   * @param keys of the facts that are kept: those that conditions and lists ask for
   * @param unitFacts of the units that keep the records: a unit's field is looked up through the unit, never written per row
   */
  constructor(name: PopulationName, keys: Iterable<string>, unitFacts: ReadonlyMap<string, Facts> = new Map()) {
    this.name = name;
    this.#unitFacts = unitFacts;
    this.#keys = [...new Set(keys)].filter((key) => unitFieldOf(key) === undefined);
    this.#columns = new Map(this.#keys.map((key) => [key, new ColumnWriter()]));
  }

  get size(): number {
    return this.records.length;
  }

  get units(): Column {
    return this.#units.column(this.size);
  }

  get others(): Column {
    return this.#others.column(this.size);
  }

  column(key: string): Column {
    const own = this.#columns.get(key);
    const unitField = own ? undefined : unitFieldOf(key);
    return unitField === undefined ? (own ?? this.#empty).column(this.size) : this.#unitColumn(unitField);
  }

  /** The column of units with each unit's value in its place. */
  #unitColumn(field: string): Column {
    const { values, codes } = this.units;
    return { values: values.map((id) => this.#unitFacts.get(id)?.[field] ?? ""), codes };
  }

  add(counted: Counted): number {
    const row = this.records.length;
    this.write(row, counted);
    return row;
  }

  write(row: number, { record, facts, unitId, otherUnitId }: Counted): void {
    this.records[row] = record;
    for (const key of this.#keys) this.#columns.get(key)?.set(row, facts[key] ?? "");
    this.#units.set(row, unitId);
    this.#others.set(row, otherUnitId ?? "");
  }
}
