import { LONGEST_CHUNK } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { textChecksum } from "#core/sheet/snapshot/text-checksum.ts";

/** A text that a workbook keeps for us in cells of a very-hidden sheet: prefix, checksum, deflated. */
const MOST_CHARACTERS = 256_000_000;

export function keptChunks(text: string, prefix: string, codec: SnapshotCodec): readonly string[] {
  const whole = `${prefix}${textChecksum(text)}:${codec.deflate(text)}`;
  const chunks: string[] = [];
  for (let at = 0; at < whole.length; at += LONGEST_CHUNK) chunks.push(whole.slice(at, at + LONGEST_CHUNK));
  return chunks;
}

/** @returns undefined for what is missing, damaged, or of another version: then nothing is known. */
export function parseKept(whole: string | null, prefix: string, codec: SnapshotCodec): unknown {
  if (whole?.startsWith(prefix) !== true) return undefined;
  const end = whole.indexOf(":", prefix.length);
  const text = end < 0 ? undefined : codec.inflate(whole.slice(end + 1), MOST_CHARACTERS);
  if (text === undefined || textChecksum(text) !== whole.slice(prefix.length, end)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
