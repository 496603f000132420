import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CatalogueData } from "#core/people/field/field-catalogue.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import type { ReportSets } from "#service/ports/report-sets.ts";

/** The text files of a report set's folder (templates/annual-report/2017), by name. @throws when there is no such folder. */
export async function loadSetTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).toSorted();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

/** The forms in a folder, each read when it is first asked for. */
export async function shippedReportSets(folder: string, data: CatalogueData): Promise<ReportSets> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const opened = new Map<string, Promise<ReturnType<typeof readSet>>>();
  return {
    ids,
    data,
    open: async (id) => {
      if (!ids.includes(id)) return undefined;
      const read = opened.get(id) ?? loadSetTexts(join(folder, id)).then(readSet);
      opened.set(id, read);
      return await read;
    },
  };
}
