import type { NotXlsxFound } from "#core/sheet/intake-what.ts";

/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  { readonly kind: "zip" } | { readonly kind: "encrypted" } | { readonly kind: "other"; readonly found: NotXlsxFound };

const SIGNATURES: readonly (readonly [string, NotXlsxFound])[] = [
  ["25504446", "pdf"],
  ["89504e47", "picture"],
  ["ffd8ff", "picture"],
  ["47494638", "picture"],
  ["526172211a07", "other-archive"],
  ["377abcaf271c", "other-archive"],
  ["1f8b", "other-archive"],
];

const COMPOUND = "d0cf11e0a1b11ae1";
/** Stream names inside a compound file stand in UTF-16. */
const ENCRYPTED_STREAM = Buffer.from("EncryptedPackage", "utf16le");

export function fileKind(bytes: Buffer): FileKind {
  if (bytes.length === 0) return other("empty");
  const head = bytes.subarray(0, 8).toString("hex");
  if (head.startsWith("504b0304")) return { kind: "zip" };
  if (head === COMPOUND) return bytes.includes(ENCRYPTED_STREAM) ? { kind: "encrypted" } : other("xls");
  const signature = SIGNATURES.find(([magic]) => head.startsWith(magic));
  return other(signature ? signature[1] : textKind(bytes));
}

/** CSV renamed, web pages and XML that old systems call .xls: all of it is text. */
function textKind(bytes: Buffer): NotXlsxFound {
  const head = bytes.subarray(0, 4096);
  if (head.includes(0)) return "unknown";
  const start = head
    .toString("latin1")
    .replace(/^[^\x20-\x7e]+/, "")
    .trimStart()
    .toLowerCase();
  if (start.startsWith("<?xml")) return "xml";
  return start.startsWith("<") && /<(?:html|table|!doctype html|head|meta)\b/.test(start) ? "html" : "text";
}

function other(found: NotXlsxFound): FileKind {
  return { kind: "other", found };
}
