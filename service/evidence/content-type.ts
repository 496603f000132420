import type { FileHandle } from "node:fs/promises";
import { extensionOf } from "#core/ledger/safe-file-name.ts";
import type { FileType } from "./file-type.ts";
import { headType } from "./magic-numbers.ts";
import { oleStreams } from "./ole-streams.ts";
import { readAt } from "./read-at.ts";
import { textType } from "./text-type.ts";
import { zipParts } from "./zip-parts.ts";

const HEAD_BYTES = 4096;
const PROGRAMS: readonly string[] = [
  ...["exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "lnk"],
  ...["jar", "apk", "sh", "py", "reg"],
];

/** What the bytes are, whatever the name says. */
export async function contentType(file: FileHandle, size: number): Promise<FileType> {
  const head = await readAt(file, 0, HEAD_BYTES);
  const type = headType(head);
  if (type === undefined) return await textType(file, head);
  if (type === "zip") return typeOfZip(await zipParts(file, size));
  if (type === "ole") return typeOfOle(await oleStreams(file));
  return type;
}

function typeOfZip(parts: readonly string[] | undefined): FileType {
  if (parts === undefined) return "unknown";
  const has = (name: string): boolean => parts.includes(name);
  if (has("[Content_Types].xml")) return typeOfOpenXml(parts, has);
  const runnable =
    has("META-INF/MANIFEST.MF") ||
    has("AndroidManifest.xml") ||
    parts.some((name) => PROGRAMS.includes(extensionOf(name)));
  return runnable ? "program" : "zip";
}

function typeOfOpenXml(parts: readonly string[], has: (name: string) => boolean): FileType {
  if (parts.some((name) => name.endsWith("vbaProject.bin"))) return "macro-document";
  if (has("word/document.xml")) return "docx";
  if (has("xl/workbook.xml")) return "xlsx";
  return has("ppt/presentation.xml") ? "pptx" : "unknown";
}

function typeOfOle(streams: readonly string[]): FileType {
  if (streams.includes("WordDocument")) return "doc";
  if (streams.includes("Workbook") || streams.includes("Book")) return "xls";
  return streams.includes("PowerPoint Document") ? "ppt" : "unknown";
}
