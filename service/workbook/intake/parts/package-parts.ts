import { activeContent, damaged } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { attribute, scanXml } from "../scan-xml.ts";
import type { ZipDirectory } from "../zip-directory.ts";
import { inflateEntry } from "../zip-entry.ts";

/** The opened file and what it is allowed to be. */
export interface Archive {
  readonly bytes: Buffer;
  readonly directory: ZipDirectory;
  readonly limits: IntakeLimits;
}

export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

export interface Relation {
  readonly id: string;
  /** Last word of the type's address: "worksheet", "sharedStrings"; transitional and strict files differ before it. */
  readonly type: string;
  /** Name in the archive, lower case. */
  readonly target: string;
}

export function findPart(archive: Archive, name: string): Part | undefined {
  const entry = archive.directory.get(name.toLowerCase());
  return entry && { name: entry.name, content: inflateEntry(archive.bytes, entry, archive.limits) };
}

export function requirePart(archive: Archive, name: string): Part {
  const part = findPart(archive, name);
  if (!part) throw damaged("missing-part", name);
  return part;
}

/** Where the package says its main document is. */
export function mainDocument(archive: Archive): string {
  const main = relationsOf(archive, "").find((relation) => relation.type === "officeDocument");
  if (!main) throw damaged("missing-part", "_rels/.rels");
  return main.target;
}

/** Relations of a part ("" for the package itself); those to the outside are refused but for hyperlinks, which are not followed. */
export function relationsOf(archive: Archive, part: string): readonly Relation[] {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const found = findPart(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (!found) return [];
  const relations: Relation[] = [];
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name !== "Relationship") return;
    const type = (attributes["Type"] ?? "").split("/").at(-1) ?? "";
    if (attributes["TargetMode"] === "External") {
      if (type !== "hyperlink") throw activeContent("external-links", found.name);
      return;
    }
    relations.push({ id: attributes["Id"] ?? "", type, target: resolved(folder, attributes["Target"] ?? "") });
  };
  scanXml(found, { open, close: () => undefined }, archive.limits);
  return relations;
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.toLowerCase().split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Content types name macros even where the files are renamed. */
export function checkContentTypes(archive: Archive): void {
  const part = requirePart(archive, "[Content_Types].xml");
  const open = (_: string, attributes: Readonly<Record<string, string>>) => {
    const type = attribute(attributes, "ContentType") ?? "";
    if (/macroEnabled|vbaProject|macrosheet|intlmacrosheet/i.test(type)) throw activeContent("macros", part.name);
  };
  scanXml(part, { open, close: () => undefined }, archive.limits);
}
