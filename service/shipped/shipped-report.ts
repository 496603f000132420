import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { CatalogueData } from "#core/people/field/field-catalogue.ts";
import { refuse } from "#core/kernel/result.ts";
import { adoptionOf, toldOfBase } from "#core/report/definition/adopted-tables.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import { SET_FILE } from "#core/report/definition/set-files.ts";
import type { ReportSets } from "#service/ports/reports/report-sets.ts";

/** The text files of a report set's folder (templates/annual-report/2017), by name. @throws when there is no such folder. */
export async function loadSetTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).toSorted();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

/** A form with what it takes over from another one beside it (`采用`). @throws when there is no such folder. */
export async function readFormIn(folder: string): Promise<ReadForm> {
  const texts = await loadSetTexts(folder);
  const adoption = adoptionOf(texts.get(SET_FILE) ?? "");
  if (!adoption) return readSet(texts);
  const beside = join(dirname(resolve(folder)), adoption.id);
  const isThere = (await readdir(dirname(beside))).includes(adoption.id);
  // Of a form that is taken over from, nothing but its own tables is read: no form stands on a chain of others.
  const base = isThere ? readSet(await loadSetTexts(beside)) : undefined;
  return base && !base.ok ? toldAs(adoption.id, base.refusal) : readSet(texts, base?.value);
}

function toldAs(id: string, { code, problems }: DefinitionRefusal): ReadForm {
  return refuse({ code, problems: toldOfBase(id, problems) });
}

type ReadForm = ReturnType<typeof readSet>;

/** The forms in a folder, each read when it is first asked for. */
export async function shippedReportSets(folder: string, data: CatalogueData): Promise<ReportSets> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const opened = new Map<string, Promise<ReadForm>>();
  return {
    ids,
    data,
    open: async (id) => {
      if (!ids.includes(id)) return undefined;
      const read = opened.get(id) ?? readFormIn(join(folder, id));
      opened.set(id, read);
      return await read;
    },
  };
}
