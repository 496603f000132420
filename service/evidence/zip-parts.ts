import type { FileHandle } from "node:fs/promises";
import { readAt } from "./read-at.ts";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;
/** Names of ten thousand parts fit; a longer list is not read, and the file counts as unknown. */
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** Names of the parts as the ZIP's directory lists them; undefined for a file that is no whole ZIP. */
export async function zipParts(file: FileHandle, size: number): Promise<readonly string[] | undefined> {
  const tailAt = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
  const tail = await readAt(file, tailAt, size - tailAt);
  const end = lastEnd(tail);
  if (end === undefined) return undefined;
  const bytes = tail.readUInt32LE(end + 12);
  const at = tail.readUInt32LE(end + 16);
  if (bytes > MOST_DIRECTORY_BYTES || at + bytes > tailAt + end) return undefined;
  return namesIn(await readAt(file, at, bytes), tail.readUInt16LE(end + 10));
}

function lastEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return undefined;
}

function namesIn(directory: Buffer, count: number): readonly string[] | undefined {
  const names: string[] = [];
  let at = 0;
  for (let part = 0; part < count; part += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined;
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    // Only ASCII matters here; Chinese names may be in any encoding.
    names.push(directory.toString("latin1", at + ENTRY_BYTES, nameEnd));
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}
