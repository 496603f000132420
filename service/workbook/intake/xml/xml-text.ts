import { isUtf8 } from "node:buffer";
import { damaged } from "../intake-fault.ts";

const NAMED: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};
const REFERENCE = /&(?:#x[0-9A-Fa-f]{1,6};|#\d{1,7};|[a-z]{2,4};)?/g;

/** Resolves the five named references and numbered characters; there are no others without a document type. */
export function resolveReferences(text: string, part: string): string {
  return text.replace(REFERENCE, (reference) => NAMED[reference] ?? numbered(reference, part));
}

function numbered(reference: string, part: string): string {
  if (!reference.startsWith("&#")) throw damaged("xml", part);
  const digits = reference.slice(reference[2] === "x" ? 3 : 2, -1);
  const code = Number.parseInt(digits, reference[2] === "x" ? 16 : 10);
  if (!isCharacter(code)) throw damaged("xml", part);
  return String.fromCodePoint(code);
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Line ends of all kinds are one. */
export function oneLineEnd(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : text;
}

/** The two that are none. */
const NO_CHARACTERS = [Buffer.from("\ufffe"), Buffer.from("\uffff")];

/** @throws IntakeFault unless the bytes are characters in UTF-8 */
export function ensureCharacters(bytes: Buffer, part: string): void {
  if (!isUtf8(bytes)) throw damaged("encoding", part);
  if (NO_CHARACTERS.some((none) => bytes.includes(none))) throw damaged("xml", part);
}
