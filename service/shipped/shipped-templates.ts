import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ShippedTemplates } from "#service/ports/shipped-templates.ts";

const ENDING = ".json";
/** Stands beside the templates and describes them. */
const SCHEMA = "schema.json";

/** Reads templates/ledgers, one file per template, named by what stands before ".json". */
export function shippedTemplatesIn(folder: string): ShippedTemplates {
  const names = async (): Promise<readonly string[]> => {
    const files = await readdir(folder, { withFileTypes: true });
    const found = files.filter((file) => file.isFile() && file.name.endsWith(ENDING) && file.name !== SCHEMA);
    return found.map((file) => file.name.slice(0, -ENDING.length)).toSorted();
  };
  return {
    names,
    // Only what the list names is opened: a name from outside never becomes a path.
    load: async (name) => {
      if (!(await names()).includes(name)) return undefined;
      return JSON.parse(await readFile(join(folder, `${name}${ENDING}`), "utf8")) as unknown;
    },
  };
}
