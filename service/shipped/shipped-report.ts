import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The text files of a report set's folder (templates/annual-report/2017), by name. @throws when there is no such folder. */
export async function loadSetTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).toSorted();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}
