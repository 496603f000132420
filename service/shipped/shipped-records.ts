import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildFieldCatalogue, type FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { parseCatalogueFiles } from "#core/protocol/records-data.ts";

/**
 * Reads templates/records and templates/codes: the fields of records and their codes.
 * @param templates the folder that holds both. @throws when a file is missing or wrong: nothing works without them.
 */
export async function loadFieldCatalogue(templates: string): Promise<FieldCatalogue> {
  const records = (name: string) => readJson(join(templates, "records", name));
  const codes = (await readdir(join(templates, "codes"))).filter((name) => name.endsWith(".json")).toSorted();
  return buildFieldCatalogue(
    parseCatalogueFiles({
      personFields: await records("person-fields.json"),
      unitFields: await records("unit-fields.json"),
      codes: await Promise.all(codes.map((name) => readJson(join(templates, "codes", name)))),
    }),
  );
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8")) as unknown;
}
