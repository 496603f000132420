import { shownText } from "#service/workbook/xlsx/file-text.ts";
import { damaged, tooBig } from "../intake-fault.ts";
import { scanXml } from "../scan-xml.ts";
import type { Archive, Part } from "./package-parts.ts";

/** The texts that cells point to; runs of rich text are joined, reading aids (phonetics) left out. */
export function readSharedStrings(archive: Archive, part: Part): readonly string[] {
  const { limits } = archive;
  const strings: string[] = [];
  let [text, all, capturing, phonetic] = ["", 0, false, false];
  const open = (name: string, _: unknown, depth: number) => {
    if (depth === 1 && name !== "sst") throw damaged("missing-part", part.name);
    if (name === "si") text = "";
    else if (name === "rPh") phonetic = true;
    else capturing = name === "t" && !phonetic;
  };
  const close = (name: string) => {
    capturing = false;
    if (name === "rPh") phonetic = false;
    if (name !== "si") return;
    all += text.length;
    if (text.length > limits.textLength) throw tooBig("text", text.length, limits.textLength);
    if (all > limits.allText) throw tooBig("text", all, limits.allText);
    strings.push(shownText(text));
    if (strings.length > limits.strings) throw tooBig("strings", strings.length, limits.strings);
  };
  const onText = (piece: string) => {
    if (capturing) text += piece;
  };
  scanXml(part, { open, close, text: onText }, limits);
  return strings;
}
