import { damaged } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { scanXml } from "../xml/scan-xml.ts";
import type { ZipDirectory } from "../zip-directory.ts";
import { XmlScanner, type XmlEvents } from "../xml/xml-scanner.ts";
import type { Watch } from "../watch.ts";
import { inflateEntry, inflatePieces } from "../zip-entry.ts";

/** The opened file and what it is allowed to be. */
export interface Archive {
  readonly bytes: Buffer;
  readonly directory: ZipDirectory;
  readonly limits: IntakeLimits;
  /** Looked at after each piece of a big part. */
  readonly watch: Watch;
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

/** Reads a part piece by piece, whatever its size; each step is one piece. */
export async function* scanPart(archive: Archive, name: string, events: XmlEvents): AsyncGenerator<undefined> {
  const entry = archive.directory.get(name.toLowerCase());
  if (!entry) throw damaged("missing-part", name);
  const scanner = new XmlScanner(entry.name, events, archive.limits);
  for await (const piece of inflatePieces(archive.bytes, entry, archive.limits)) {
    scanner.write(piece);
    archive.watch();
    yield undefined;
  }
  scanner.end();
}

export async function scanWholePart(archive: Archive, name: string, events: XmlEvents): Promise<void> {
  const steps = scanPart(archive, name, events);
  while ((await steps.next()).done !== true);
}

/** Where the package says its main document is. */
export function mainDocument(archive: Archive): string {
  const main = relationsOf(archive, "").find((relation) => relation.type === "officeDocument");
  if (!main) throw damaged("missing-part", "_rels/.rels");
  return main.target;
}

/** Relations of a part ("" for the package itself). */
export function relationsOf(archive: Archive, part: string): readonly Relation[] {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const found = findPart(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (!found) return [];
  const relations: Relation[] = [];
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name !== "Relationship" || isOutside(attributes)) return;
    const target = resolved(folder, attributes["Target"] ?? "");
    relations.push({ id: attributes["Id"] ?? "", type: typeOf(attributes), target });
  };
  scanXml(found, { open, close: () => undefined }, archive.limits);
  return relations;
}

export function typeOf(relation: Readonly<Record<string, string>>): string {
  return (relation["Type"] ?? "").split("/").at(-1) ?? "";
}

export function isOutside(relation: Readonly<Record<string, string>>): boolean {
  return relation["TargetMode"] === "External";
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
