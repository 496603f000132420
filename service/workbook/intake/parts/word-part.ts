import { damaged, tooBig } from "../intake-fault.ts";
import { scanXml } from "../xml/scan-xml.ts";
import type { Archive, Part } from "./package-parts.ts";

/** Paragraphs of a Word document in order; a table's row is one line, its cells separated by tabs. */
export function readWordPart(archive: Archive, part: Part): readonly string[] {
  const { limits } = archive;
  const lines: string[] = [];
  let [paragraph, row, tables, all, capturing] = ["", [] as string[], 0, 0, false];
  let cell: string[] = [];
  const open = (name: string, _: unknown, depth: number) => {
    if (depth === 1 && name !== "document") throw damaged("missing-part", part.name);
    capturing = name === "t";
    if (name === "tbl") tables += 1;
    if (name === "tr") row = [];
    if (name === "tc") cell = [];
    if (name === "tab" || name === "br") paragraph += name === "tab" ? "\t" : "\n";
  };
  const close = (name: string) => {
    capturing = false;
    if (name === "p") {
      (tables > 0 ? cell : lines).push(paragraph);
      paragraph = "";
    }
    if (name === "tc") row.push(cell.join(" "));
    if (name === "tr") lines.push(row.join("\t"));
    if (name === "tbl") tables -= 1;
  };
  const text = (piece: string) => {
    if (!capturing) return;
    all += piece.length;
    if (all > limits.allText) throw tooBig("text", all, limits.allText);
    paragraph += piece;
  };
  scanXml(part, { open, close, text }, limits);
  return lines;
}
