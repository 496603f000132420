import type { SeenSheet } from "#core/intake/seen-workbook.ts";
import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { activeContent, damaged, hostile, tooBig } from "../intake-fault.ts";
import { attribute, scanXml } from "../xml/scan-xml.ts";
import { relationsOf, requirePart, type Archive, type Relation } from "./package-parts.ts";

export interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  /** Names in the archive; null when the workbook has none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly isMeta: boolean;
  readonly state: SeenSheet["state"];
}

interface SheetTag {
  readonly name: string;
  readonly state: SeenSheet["state"];
  readonly relation: string;
}

/** Reads the list of sheets and nothing else: names, links and views of foreign workbooks are none of our business. */
export function readWorkbookPart(archive: Archive, name: string): WorkbookPart {
  const part = requirePart(archive, name);
  const tags: SheetTag[] = [];
  let date1904 = false;
  const open = (tag: string, attributes: Readonly<Record<string, string>>, depth: number) => {
    if (depth === 1 && tag !== "workbook") throw damaged("missing-part", part.name);
    if (depth === 2 && tag === "workbookPr") date1904 = isTrue(attributes["date1904"]);
    if (tag === "externalReference") throw activeContent("external-links", part.name);
    if (depth === 3 && tag === "sheet") tags.push(sheetTag(attributes));
    if (tags.length > archive.limits.sheets) throw tooBig("sheets", tags.length, archive.limits.sheets);
  };
  scanXml(part, { open, close: () => undefined }, archive.limits);
  const relations = relationsOf(archive, name.toLowerCase());
  return {
    date1904,
    sheets: sheetEntries(tags, relations, part.name),
    sharedStrings: relations.find((relation) => relation.type === "sharedStrings")?.target ?? null,
    styles: relations.find((relation) => relation.type === "styles")?.target ?? null,
  };
}

function sheetTag(attributes: Readonly<Record<string, string>>): SheetTag {
  const state = attributes["state"];
  return {
    name: attributes["name"] ?? "",
    state: state === "hidden" ? "hidden" : state === "veryHidden" ? "very-hidden" : "visible",
    relation: attribute(attributes, "id") ?? "",
  };
}

function sheetEntries(tags: readonly SheetTag[], relations: readonly Relation[], place: string): readonly SheetEntry[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const seen = new Set<string>();
  const entries: SheetEntry[] = [];
  for (const { name, state, relation: id } of tags) {
    const relation = byId.get(id);
    if (name === "" || name.length > 100 || !relation) throw damaged("sheet-list", place);
    if (seen.has(name.toLowerCase())) throw hostile("duplicate-sheet", name);
    seen.add(name.toLowerCase());
    if (/macrosheet/i.test(relation.type)) throw activeContent("macros", name);
    // Chart and dialog sheets hold no cells.
    if (relation.type === "worksheet")
      entries.push({ name, state, part: relation.target, isMeta: name === META_SHEET });
  }
  if (entries.length === 0) throw damaged("sheet-list", place);
  return entries;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
