import { tooBig } from "../intake-fault.ts";
import { builtInKind, formatKind, type NumberFormatKind } from "../number-format-kind.ts";
import { scanXml } from "../scan-xml.ts";
import type { Archive, Part } from "./package-parts.ts";

/** What each cell style makes of numbers; everything else in the styles is looks and not read. */
export function readStyles(archive: Archive, part: Part): readonly NumberFormatKind[] {
  const formats = new Map<number, NumberFormatKind>();
  const kinds: NumberFormatKind[] = [];
  let inCellFormats = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    const id = Number(attributes["numFmtId"] ?? "0");
    if (name === "numFmt") formats.set(id, formatKind(attributes["formatCode"] ?? ""));
    if (name === "cellXfs") inCellFormats = true;
    if (name === "xf" && inCellFormats) kinds.push(formats.get(id) ?? builtInKind(id));
    if (kinds.length > archive.limits.styles || formats.size > archive.limits.styles)
      throw tooBig("styles", kinds.length, archive.limits.styles);
  };
  const close = (name: string) => {
    if (name === "cellXfs") inCellFormats = false;
  };
  scanXml(part, { open, close }, archive.limits);
  return kinds;
}
