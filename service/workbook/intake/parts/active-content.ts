import type { ActiveWhat } from "#core/sheet/intake-what.ts";
import { activeContent } from "../intake-fault.ts";
import { attribute, scanXml } from "../xml/scan-xml.ts";
import type { ZipDirectory } from "../zip-directory.ts";
import { findPart, isOutside, requirePart, typeOf, type Archive } from "./package-parts.ts";

const ACTIVE_PARTS: readonly (readonly [RegExp, ActiveWhat])[] = [
  [/vbaproject\.bin$|vbadata\.xml$|(?:^|\/)macrosheets\//, "macros"],
  [/(?:^|\/)externallinks\//, "external-links"],
  [/(?:^|\/)(?:activex|ctrlprops)\//, "controls"],
  [/(?:^|\/)embeddings\//, "embedded-objects"],
  [/(?:^|\/)connections\.xml$|(?:^|\/)querytables\//, "connections"],
];

/** By kind of relation and of content, where a part has been given a harmless name. */
const ACTIVE_RELATIONS: Readonly<Record<string, ActiveWhat>> = {
  vbaProject: "macros",
  xlMacrosheet: "macros",
  xlIntlMacrosheet: "macros",
  externalLink: "external-links",
  externalLinkPath: "external-links",
  control: "controls",
  activeXControlBinary: "controls",
  ctrlProp: "controls",
  oleObject: "embedded-objects",
  package: "embedded-objects",
  connections: "connections",
  queryTable: "connections",
};
const ACTIVE_TYPES: readonly (readonly [RegExp, ActiveWhat])[] = [
  [/macroEnabled|vbaProject|macrosheet/i, "macros"],
  [/externalLink\+xml/i, "external-links"],
  [/activeX/i, "controls"],
  [/(?:spreadsheetml|\.)(?:connections|queryTable)\+xml/i, "connections"],
];

/** Refuses by part name what can run, fetch or embed: nothing of it belongs into a sheet of scores or people. */
export function refuseActiveParts(directory: ZipDirectory): void {
  for (const [name, entry] of directory) {
    const active = ACTIVE_PARTS.find(([pattern]) => pattern.test(name));
    if (active) throw activeContent(active[1], entry.name);
  }
}

/** Content types name macros even where the files are renamed. */
export function refuseActiveTypes(archive: Archive): void {
  const part = requirePart(archive, "[Content_Types].xml");
  const open = (_: string, attributes: Readonly<Record<string, string>>) => {
    const type = attribute(attributes, "ContentType") ?? "";
    const active = ACTIVE_TYPES.find(([pattern]) => pattern.test(type));
    if (active) throw activeContent(active[1], part.name);
  };
  scanXml(part, { open, close: () => undefined }, archive.limits);
}

/** What any part of the package points to: nothing active, and outside of it only hyperlinks, which are not followed. */
export function refuseActiveRelations(archive: Archive): void {
  for (const name of archive.directory.keys()) {
    const part = name.endsWith(".rels") ? findPart(archive, name) : undefined;
    if (!part) continue;
    const open = (element: string, attributes: Readonly<Record<string, string>>) => {
      if (element !== "Relationship") return;
      const type = typeOf(attributes);
      const active = Object.hasOwn(ACTIVE_RELATIONS, type) ? ACTIVE_RELATIONS[type] : undefined;
      if (active !== undefined) throw activeContent(active, part.name);
      if (isOutside(attributes) && type !== "hyperlink") throw activeContent("external-links", part.name);
    };
    scanXml(part, { open, close: () => undefined }, archive.limits);
    archive.watch();
  }
}

/** DDE in a formula: cmd|'/c calc'!A1. "|" is no operator, so outside of texts and quoted names it means nothing else. */
export function isDdeFormula(formula: string): boolean {
  return (
    formula
      .replace(/"(?:[^"]|"")*"/g, "")
      .replace(/'(?:[^']|'')*'!/g, "!")
      .includes("|") || /\bDDE\s*\(/i.test(formula)
  );
}
