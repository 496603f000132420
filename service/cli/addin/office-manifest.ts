import { readFile } from "node:fs/promises";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "..", "..", "..", "manifest.xml");
/** The address that manifest.xml carries in the repository. */
const HOME = "https://localhost:8443";
const ID = /<Id>([^<]*)<\/Id>/;

export interface OfficeManifest {
  readonly xml: string;
  readonly id: string;
}

/**
 * The Excel add-in for an office: every address on its origin.
 *
 * @param origin as `officeAddress` gives it: nothing in it needs escaping in XML
 * @param id a GUID; undefined: the one in the repository, so that all desks know it as the same add-in
 */
export async function officeManifest(origin: string, id: string | undefined): Promise<OfficeManifest> {
  const template = await readFile(FILE, "utf8");
  const xml = template.replaceAll(`"${HOME}/`, `"${origin}/`).replaceAll(`>${HOME}<`, `>${origin}<`);
  const own = id ?? ID.exec(xml)?.[1] ?? "";
  return { xml: xml.replace(ID, `<Id>${own}</Id>`), id: own };
}
