import type { PopulationName } from "./report-definition.ts";

/** The word a definition uses for what is counted. */
export const POPULATION_NAMES: Readonly<Record<PopulationName, string>> = {
  people: "人员",
  opening: "期初",
  movements: "变动",
  leavings: "离开",
  penalties: "处分",
  awards: "表彰",
  conversions: "转正",
  units: "组织",
};

export function populationNamed(name: string): PopulationName | undefined {
  const entries = Object.entries(POPULATION_NAMES) as [PopulationName, string][];
  return entries.find(([, word]) => word === name.trim())?.[0];
}
