import type { PopulationName } from "../definition/report-definition.ts";
import type { WrittenPopulations } from "./build-populations.ts";
import { keysOfPopulation, PopulationWriter } from "./population.ts";

/** The rows that these units keep, as populations of their own: what a unit's report counts and nothing of anybody else. */
export function partOfPopulations(populations: WrittenPopulations, units: ReadonlySet<string>): WrittenPopulations {
  const names = Object.keys(populations) as PopulationName[];
  return Object.fromEntries(
    names.map((name) => [name, partOf(populations[name], units)]),
  ) as unknown as WrittenPopulations;
}

function partOf(whole: PopulationWriter, units: ReadonlySet<string>): PopulationWriter {
  const unitFacts = new Map([...whole.unitFacts].filter(([id]) => units.has(id)));
  const part = new PopulationWriter(whole.name, keysOfPopulation(whole), { unitFacts });
  const { values, codes } = whole.units;
  const inside = values.map((id) => units.has(id));
  for (let row = 0; row < whole.size; row += 1) if (inside[codes[row] ?? 0] === true) part.add(whole.at(row));
  return part;
}
