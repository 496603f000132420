import type { FileHandle } from "node:fs/promises";
import type { FileType } from "./file-type.ts";
import { readAt } from "./read-at.ts";

const BLOCK_BYTES = 64 * 1024;
/** Tab, line feed, form feed and carriage return are all the control characters that texts have. */
const NOT_IN_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f]/;
/** What may stand before the first tag that counts. */
const PREAMBLE = /^(\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/i;
const MARKUP: readonly (readonly [FileType, RegExp])[] = [
  ["script", /^(#!|<\?php|<%|<script|@echo off)/i],
  ["html", /^<(!doctype\s+html|html|head|body|title|meta|table|iframe|object|embed)\b/i],
  ["svg", /^<(!doctype\s+svg|svg)\b/i],
];

/** Is it text, and in which encoding? Markup and scripts are told apart from it by how they begin. */
export async function textType(file: FileHandle, head: Buffer): Promise<FileType> {
  const encoding = await encodingOf(file, head);
  if (encoding === undefined) return "unknown";
  const text = new TextDecoder(encoding).decode(head);
  const beginning = text.replace(PREAMBLE, "");
  const markup = MARKUP.find(([, pattern]) => pattern.test(beginning))?.[0];
  return markup ?? (/^\s*<\?xml/i.test(text) ? "xml" : `text-${encoding}`);
}

type Encoding = "utf-8" | "utf-16" | "gb18030";

async function encodingOf(file: FileHandle, head: Buffer): Promise<Encoding | undefined> {
  const marked = head.length >= 2 && head.readUInt16LE(0) === 0xfeff;
  const candidates: readonly Encoding[] = marked ? ["utf-16"] : ["utf-8", "gb18030"];
  for (const encoding of candidates) {
    if (await isAllText(file, encoding)) return encoding;
  }
  return undefined;
}

async function isAllText(file: FileHandle, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let position = 0; ; position += BLOCK_BYTES) {
      const block = await readAt(file, position, BLOCK_BYTES);
      const last = block.length < BLOCK_BYTES;
      if (NOT_IN_TEXT.test(decoder.decode(block, { stream: !last }))) return false;
      if (last) return true;
    }
  } catch (error) {
    // Bytes that this encoding does not have.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
