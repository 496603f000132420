import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildFieldCatalogue, type CatalogueData, type FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { buildRecordChecks, type RecordChecks } from "#core/people/check/build-record-checks.ts";
import type { ProcedureRules } from "#core/people/procedure/procedure-rules.ts";
import { parseCheckFiles } from "#core/protocol/records/check-data.ts";
import { parseCatalogueFiles } from "#core/protocol/records/records-data.ts";

/** The fields of records and their codes, ready for lookups. @throws as `loadCatalogueData` does. */
export async function loadFieldCatalogue(templates: string): Promise<FieldCatalogue> {
  return buildFieldCatalogue(await loadCatalogueData(templates));
}

/**
 * Reads templates/records and templates/codes: the fields of records and their codes.
 * @param templates the folder that holds both. @throws when a file is missing or wrong: nothing works without them.
 */
export async function loadCatalogueData(templates: string): Promise<CatalogueData> {
  const records = (name: string) => readJson(join(templates, "records", name));
  const codes = (await readdir(join(templates, "codes"))).filter((name) => name.endsWith(".json")).toSorted();
  return parseCatalogueFiles({
    personFields: await records("person-fields.json"),
    unitFields: await records("unit-fields.json"),
    codes: await Promise.all(codes.map((name) => readJson(join(templates, "codes", name)))),
  });
}

/**
 * Reads templates/records/checks.json and record-rules.json and binds the checks to the fields and rules they speak of.
 * @throws when a check names what does not exist.
 */
export async function loadRecordChecks(
  templates: string,
  bound: { readonly catalogue: FieldCatalogue; readonly procedures: ProcedureRules },
): Promise<RecordChecks> {
  const records = (name: string) => readJson(join(templates, "records", name));
  const files = { checks: await records("checks.json"), rules: await records("record-rules.json") };
  return buildRecordChecks({ ...parseCheckFiles(files), ...bound });
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8")) as unknown;
}
