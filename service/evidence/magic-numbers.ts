import type { FileType } from "./file-type.ts";

/** "zip" and "ole" are containers: what they are is told by their parts. */
export type HeadType = FileType | "zip" | "ole";

interface Magic {
  readonly type: HeadType;
  readonly at: number;
  /** Bytes as Latin text; "." stands for any byte. */
  readonly bytes: string;
}

const MAGIC: readonly Magic[] = [
  { type: "png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { type: "gif", at: 0, bytes: "GIF87a" },
  { type: "gif", at: 0, bytes: "GIF89a" },
  { type: "webp", at: 0, bytes: "RIFF....WEBP" },
  { type: "pdf", at: 0, bytes: "%PDF-" },
  { type: "zip", at: 0, bytes: "PK\x03\x04" },
  { type: "zip", at: 0, bytes: "PK\x05\x06" }, // an empty one
  { type: "ole", at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { type: "mp4", at: 4, bytes: "ftypisom" },
  { type: "mp4", at: 4, bytes: "ftypiso." },
  { type: "mp4", at: 4, bytes: "ftypmp4." },
  { type: "mp4", at: 4, bytes: "ftypavc1" },
  { type: "mp4", at: 4, bytes: "ftypM4V " },
  { type: "heic", at: 4, bytes: "ftyphei." },
  { type: "heic", at: 4, bytes: "ftypmif1" },
  { type: "archive", at: 0, bytes: "Rar!\x1a\x07" },
  { type: "archive", at: 0, bytes: "7z\xbc\xaf\x27\x1c" },
  { type: "archive", at: 0, bytes: "\x1f\x8b" },
  { type: "program", at: 0, bytes: "MZ" },
  { type: "program", at: 0, bytes: "\x7fELF" },
  { type: "program", at: 0, bytes: "\xfe\xed\xfa" },
  { type: "program", at: 0, bytes: "\xce\xfa\xed\xfe" },
  { type: "program", at: 0, bytes: "\xcf\xfa\xed\xfe" },
  { type: "program", at: 0, bytes: "\xca\xfe\xba\xbe" }, // Java, and Mach-O for several processors
  { type: "program", at: 0, bytes: "\x00asm" },
  { type: "shortcut", at: 0, bytes: "L\x00\x00\x00\x01\x14\x02\x00" },
];

/** "BM" alone begins many a text: the size of the header that follows has to be one of those that exist. */
const BITMAP_HEADERS: readonly number[] = [12, 40, 52, 56, 64, 108, 124];

/** What the first bytes tell; undefined: nothing, it may be text. */
export function headType(head: Buffer): HeadType | undefined {
  const found = MAGIC.find(({ at, bytes }) => matches(head, at, bytes));
  if (found) return found.type;
  const bitmap = matches(head, 0, "BM") && head.length >= 18 && BITMAP_HEADERS.includes(head.readUInt32LE(14));
  return bitmap ? "bmp" : undefined;
}

function matches(head: Buffer, at: number, bytes: string): boolean {
  const found = head.toString("latin1", at, at + bytes.length);
  return (
    found.length === bytes.length && Array.from(bytes).every((byte, index) => byte === "." || byte === found[index])
  );
}
