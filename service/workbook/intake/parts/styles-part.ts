import { tooBig } from "../intake-fault.ts";
import { builtInFormat, formatOf, type NumberFormat } from "../number-format.ts";
import { scanXml } from "../xml/scan-xml.ts";
import type { Archive, Part } from "./package-parts.ts";

/** What each cell style makes of numbers; everything else in the styles is looks and not read. */
export function readStyles(archive: Archive, part: Part): readonly NumberFormat[] {
  const formats = new Map<number, NumberFormat>();
  const cellFormats: NumberFormat[] = [];
  let inCellFormats = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    const id = Number(attributes["numFmtId"] ?? "0");
    if (name === "numFmt") formats.set(id, formatOf(attributes["formatCode"] ?? ""));
    if (name === "cellXfs") inCellFormats = true;
    if (name === "xf" && inCellFormats) cellFormats.push(formats.get(id) ?? builtInFormat(id));
    if (cellFormats.length > archive.limits.styles || formats.size > archive.limits.styles)
      throw tooBig("styles", cellFormats.length, archive.limits.styles);
  };
  const close = (name: string) => {
    if (name === "cellXfs") inCellFormats = false;
  };
  scanXml(part, { open, close }, archive.limits);
  return cellFormats;
}
