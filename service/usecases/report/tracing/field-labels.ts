import { buildFieldCatalogue, type FieldAddress, type FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { showField } from "#core/people/field/show-field.ts";
import { populationCatalogue } from "#core/report/compile/report-fields.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import type { ReportSets } from "#service/ports/reports/report-sets.ts";

export interface FieldLabels extends Pick<FieldCatalogue, "codeList"> {
  label(key: string): { readonly zh: string; readonly en: string };
  /** As an officer reads it. */
  shown(key: string, value: string): string;
}

const KNOWN = new WeakMap<ReportSets["data"], Map<PopulationName, FieldLabels>>();

/** Names and codes of the fields that a population's conditions look at. */
export function fieldLabels({ data }: Pick<ReportSets, "data">, population: PopulationName): FieldLabels {
  const known = KNOWN.get(data) ?? new Map<PopulationName, FieldLabels>();
  const labels = known.get(population) ?? made(data, population);
  KNOWN.set(data, known.set(population, labels));
  return labels;
}

function made(data: ReportSets["data"], population: PopulationName): FieldLabels {
  const catalogue = buildFieldCatalogue(populationCatalogue(data, population));
  const of = population === "units" ? "unit" : "person";
  const definitions = new Map(catalogue[of].map((definition) => [definition.key, definition]));
  const address = (key: string): Pick<FieldAddress, "definition" | "year"> | undefined => {
    const [name = "", year] = key.split(".", 2);
    const definition = definitions.get(name);
    return definition && { definition, year: year ?? null };
  };
  return {
    codeList: (name) => catalogue.codeList(name),
    label: (key) => {
      const found = address(key);
      if (!found) return { zh: key, en: key };
      const { label } = found.definition;
      const year = found.year ?? "";
      return { zh: `${label.zh}${year}`, en: year === "" ? label.en : `${label.en} ${year}` };
    },
    shown: (key, value) => {
      const found = address(key);
      return found ? showField(found.definition, value, { catalogue, language: "zh-CN" }) : value;
    },
  };
}
