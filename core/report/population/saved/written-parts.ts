import type { PopulationName } from "#core/report/definition/report-definition.ts";
import type { WrittenPopulations } from "../build-populations.ts";
import type { Column } from "../columns/column.ts";
import type { PartColumn } from "../population.ts";

/** Rows of some people in one population, as they go from one thread to another: few long texts and arrays of codes. */
export interface WrittenPart {
  readonly name: PopulationName;
  /** Ids, one behind the other. */
  readonly records: string;
  readonly units: PartColumn;
  readonly others: PartColumn;
  readonly columns: readonly (readonly [string, PartColumn])[];
}

export type WrittenParts = readonly WrittenPart[];

/** No id has it. */
const GAP = "\u001f";

/** What was written of people; what units are is nothing of theirs. */
export function partsOf(written: WrittenPopulations): WrittenParts {
  return Object.values(written)
    .filter(({ name, size }) => name !== "units" && size > 0)
    .map((population) => ({
      name: population.name,
      records: population.records.join(GAP),
      units: cut(population.units),
      others: cut(population.others),
      columns: population.keys.map((key) => [key, cut(population.column(key))] as const),
    }));
}

/** Codes of the rows alone, in memory that nothing else looks into: it is handed over and not copied. */
function cut({ values, codes }: Column): PartColumn {
  return { values: [...values], codes: codes.slice() };
}

export function buffersOf(parts: WrittenParts): readonly ArrayBuffer[] {
  return parts.flatMap(({ units, others, columns }) =>
    [units, others, ...columns.map(([, column]) => column)].map(({ codes }) => codes.buffer),
  );
}

/** Puts rows that were written elsewhere behind those there are, in steps. What is given is taken over. */
export function* appendParts(written: WrittenPopulations, parts: WrittenParts): Generator<undefined> {
  for (const { name, records, units, others, columns } of parts)
    yield* written[name].append({ records: records.split(GAP), units, others, columns: new Map(columns) });
}
