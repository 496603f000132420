import type { Facts } from "#core/people/person/facts.ts";
import { unitFieldKey, unitFieldOf } from "../compile/report-fields.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { ColumnWriter, type Codes, type Column } from "./columns/column.ts";
import { RecordRows } from "./record-rows.ts";

export type LaidFacts = readonly [Facts, ...Facts[]];

/** One record of a population, as it is counted. */
export interface Counted {
  /** What a list shows and opens: the person's or unit's id. */
  readonly record: string;
  /** In layers: a later one wins, and "" in it empties. Nothing is copied for a row that is read once. */
  readonly facts: LaidFacts;
  /** Where it counts. */
  readonly unitId: string;
  /** The other side of a transfer: where both lie in the same unit's tree it counts for neither (R13). null: none, or outside. */
  readonly otherUnitId: string | null;
}

/** The records of one kind as columns (R5b): what is counted, listed and compared are the same rows. */
export interface Population {
  readonly name: PopulationName;
  /** Rows, removed ones among them: these have no record and no unit, so no scope counts them. */
  readonly size: number;
  /** Rows that bit sets have room for: a few more than there are, so that a new person does not move them all. */
  readonly capacity: number;
  readonly records: readonly string[];
  readonly units: Column;
  readonly others: Column;
  /** An unknown field is empty for everybody. */
  column(key: string): Column;
  text(key: string, row: number): string;
  rowsOf(record: string): readonly number[];
  /** A row as it was written, of the fields that are kept. */
  at(row: number): Counted;
  placeAt(row: number): Pick<Counted, "unitId" | "otherUnitId">;
}

/** Rows of a population that were written by themselves, with all the fields that it keeps. */
export interface PopulationPart {
  readonly records: readonly string[];
  readonly units: PartColumn;
  readonly others: PartColumn;
  readonly columns: ReadonlyMap<string, PartColumn>;
}

/** Nobody else's. */
export interface PartColumn {
  readonly values: string[];
  readonly codes: Codes;
}

function emptyColumn(size: number): PartColumn {
  return { values: [""], codes: new Uint8Array(size) };
}

/** What a population is made of: the columns by field, and the facts of the units that keep the records. */
export interface PopulationParts {
  /** None of them removed. */
  readonly records: string[];
  readonly columns: ReadonlyMap<string, ColumnWriter>;
  readonly units: ColumnWriter;
  readonly others: ColumnWriter;
}

/** Fills a population; kept, it takes changed and added records too. */
export class PopulationWriter implements Population {
  readonly name: PopulationName;
  readonly records: string[];
  /** Fields of units that are looked up through the unit, never written per row. */
  readonly unitFields: readonly string[];
  readonly #columns: ReadonlyMap<string, ColumnWriter>;
  readonly #units: ColumnWriter;
  readonly #others: ColumnWriter;
  readonly #empty = new ColumnWriter();
  #unitFacts: ReadonlyMap<string, Facts>;
  #rows: RecordRows | null = null;
  readonly #free: number[] = [];
  #capacity = 0;

  /**
   * @param keys of the facts that are kept: those that conditions and lists ask for
   * @param given facts of the units that keep the records; rows that were kept elsewhere
   */
  constructor(
    name: PopulationName,
    keys: Iterable<string>,
    given: { readonly unitFacts?: ReadonlyMap<string, Facts>; readonly parts?: PopulationParts } = {},
  ) {
    this.name = name;
    this.#unitFacts = given.unitFacts ?? new Map();
    const asked = [...new Set(keys)];
    this.unitFields = asked.flatMap((key) => unitFieldOf(key) ?? []);
    const own = asked.filter((key) => unitFieldOf(key) === undefined);
    this.#columns = new Map(own.map((key) => [key, given.parts?.columns.get(key) ?? new ColumnWriter()]));
    this.records = given.parts?.records ?? [];
    this.#units = given.parts?.units ?? new ColumnWriter();
    this.#others = given.parts?.others ?? new ColumnWriter();
  }

  get size(): number {
    return this.records.length;
  }

  get capacity(): number {
    if (this.size > this.#capacity) this.#capacity = this.size + Math.ceil(this.size / SPARE_PART) + SPARE_ROWS;
    return this.#capacity;
  }

  /** Fields kept per row. */
  get keys(): readonly string[] {
    return [...this.#columns.keys()];
  }

  get unitFacts(): ReadonlyMap<string, Facts> {
    return this.#unitFacts;
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

  text(key: string, row: number): string {
    const own = this.#columns.get(key);
    const unitField = own ? undefined : unitFieldOf(key);
    if (unitField === undefined) return own?.text(row) ?? "";
    return this.#unitFacts.get(this.#units.text(row))?.[unitField] ?? "";
  }

  /** The column of units with each unit's value in its place. */
  #unitColumn(field: string): Column {
    const { values, codes } = this.units;
    return { values: values.map((id) => this.#unitFacts.get(id)?.[field] ?? ""), codes };
  }

  rowsOf(record: string): readonly number[] {
    this.#rows ??= new RecordRows(this.records);
    return this.#rows.of(record);
  }

  add(counted: Counted): number {
    const row = this.records.length;
    this.#write(row, counted);
    this.#rows?.add(counted.record, row);
    return row;
  }

  /**
   * Rows that were written by themselves, behind all there are. In steps, a column at a time: of a million people all at once takes
   * a second. Nobody may look before it is done.
   */
  *append({ records, units, others, columns }: PopulationPart): Generator<undefined> {
    const { size } = this;
    this.#rows = null;
    for (const [key, column] of this.#columns) {
      column.append(size, columns.get(key) ?? emptyColumn(records.length));
      yield;
    }
    this.#units.append(size, units);
    this.#others.append(size, others);
    yield;
    for (const record of records) this.records.push(record);
  }

  /** Puts these rows in place of all that the record has. @returns the rows that are not as they were */
  replace(record: string, counted: readonly Counted[]): readonly number[] {
    const before = this.rowsOf(record);
    const rows = counted.map((one, at) => {
      const row = before[at] ?? this.#free.pop() ?? this.records.length;
      this.#write(row, { ...one, record });
      return row;
    });
    const removed = before.slice(rows.length);
    for (const row of removed) this.#write(row, REMOVED);
    this.#free.push(...removed);
    this.#rows?.set(record, rows);
    return [...rows, ...removed];
  }

  at(row: number): Counted {
    const facts = [...this.#columns].flatMap(([key, column]) => {
      const value = column.text(row);
      return value === "" ? [] : [[key, value] as const];
    });
    return { record: this.records[row] ?? "", facts: [Object.fromEntries(facts)], ...this.placeAt(row) };
  }

  placeAt(row: number): Pick<Counted, "unitId" | "otherUnitId"> {
    const other = this.#others.text(row);
    return { unitId: this.#units.text(row), otherUnitId: other === "" ? null : other };
  }

  setUnitFacts(unitFacts: ReadonlyMap<string, Facts>): void {
    this.#unitFacts = unitFacts;
  }

  #write(row: number, { record, facts, unitId, otherUnitId }: Counted): void {
    if (row < this.records.length) for (const column of this.#columns.values()) column.set(row, "");
    this.records[row] = record;
    if (this.#columns.size <= FEW_COLUMNS) this.#writeEach(row, facts);
    else for (const layer of facts) for (const key in layer) this.#columns.get(key)?.set(row, layer[key] ?? "");
    this.#units.set(row, unitId);
    this.#others.set(row, otherUnitId ?? "");
  }
  /** Where a population asks for little, looking for that is less than looking through all that is known of a person. */
  #writeEach(row: number, facts: LaidFacts): void {
    for (const [key, column] of this.#columns) {
      let text = "";
      for (const layer of facts) text = layer[key] ?? text;
      column.set(row, text);
    }
  }
}

/** So many are looked for one by one. */
const FEW_COLUMNS = 12;

/** No record, and no unit: no scope counts it. Its place is taken by the next row that is added. */
const REMOVED: Counted = { record: "", facts: [{}], unitId: "", otherUnitId: null };
const SPARE_PART = 50;
const SPARE_ROWS = 1024;

/** The keys by which a population is made again: those of its rows and of its units. */
export function keysOfPopulation({ keys, unitFields }: PopulationWriter): readonly string[] {
  return [...keys, ...unitFields.map(unitFieldKey)];
}
