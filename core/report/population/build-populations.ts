import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { POPULATION_NAMES } from "../definition/population-names.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { fieldsOf } from "./columns/condition-bits.ts";
import { personRows, type PersonPopulation, type RowsOptions } from "./person-rows.ts";
import { PopulationWriter, type Counted } from "./population.ts";

/** A party organisation on the reporting date. */
export interface UnitFacts {
  readonly id: string;
  readonly facts: Facts;
  /** It was there earlier in the period: known for the people it kept, itself not counted. */
  readonly ended?: true;
}

export interface PopulationsOptions extends RowsOptions {
  /** Units by id with their facts, those of the legal entity among them. */
  readonly units: readonly UnitFacts[];
  /** Fields that lists show beside those the set asks for. */
  readonly shown: readonly string[];
}

/** All rows of one record, by population. */
export type RowsByPopulation = Readonly<Partial<Record<PopulationName, readonly Counted[]>>>;

/** Of a record that nothing counts any more. */
export const NO_ROWS: RowsByPopulation = Object.fromEntries(Object.keys(POPULATION_NAMES).map((name) => [name, []]));

/** Keys of the fields that are kept, by population. */
export type KeysByPopulation = Readonly<Record<PopulationName, readonly string[]>>;

export type WrittenPopulations = Readonly<Record<PopulationName, PopulationWriter>>;

/** Everything a set counts, as columns of the fields it asks for. */
export function buildPopulations(
  compiled: CompiledSet,
  people: Iterable<Person>,
  options: PopulationsOptions,
): WrittenPopulations {
  const written = emptyPopulations(keysByPopulation(compiled, options.shown), options.units);
  for (const person of people) addPerson(written, person, options);
  return written;
}

export function addPerson(written: WrittenPopulations, person: Person, options: RowsOptions): void {
  const rows = personRows(person, options);
  for (const name in rows) {
    const population = written[name as PopulationName];
    for (const row of rows[name as PersonPopulation]) population.add(row);
  }
}

/** Units, and nobody yet. */
export function emptyPopulations(keys: KeysByPopulation, units: readonly UnitFacts[]): WrittenPopulations {
  const unitFacts = new Map(units.map(({ id, facts }) => [id, facts]));
  const written = Object.fromEntries(
    namesOf(keys).map((name) => [name, new PopulationWriter(name, keys[name], name === "units" ? {} : { unitFacts })]),
  ) as unknown as WrittenPopulations;
  for (const { id, facts, ended } of units)
    if (!ended) written.units.add({ record: id, facts: [facts], unitId: id, otherUnitId: null });
  return written;
}

/** Keys of the fields that each population keeps. @param shown by lists, beside what the set asks for */
export function keysByPopulation(compiled: CompiledSet, shown: readonly string[]): KeysByPopulation {
  const keys = namesOf(POPULATION_NAMES).map((name) => [name, [...keysAsked(compiled, name), ...shown]] as const);
  return Object.fromEntries(keys) as unknown as KeysByPopulation;
}

function namesOf(all: Readonly<Record<PopulationName, unknown>>): readonly PopulationName[] {
  return Object.keys(all) as PopulationName[];
}

function keysAsked({ conditions, tables }: CompiledSet, name: PopulationName): readonly string[] {
  const summed = tables.flatMap(({ cells }) =>
    cells.flatMap(({ counted }) => (counted?.population === name && counted.sumOf !== null ? [counted.sumOf] : [])),
  );
  return [...new Set([...conditions[name].flatMap(({ condition }) => fieldsOf(condition)), ...summed])];
}
