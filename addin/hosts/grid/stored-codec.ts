import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";

const MOST_STORED = 65_535;

/**
 * Raw deflate that stores instead of compressing: what the grid holds never leaves the page, and the browser's own
 * compression does not answer at once. Whoever inflates reads it like any other.
 */
export const storedCodec: SnapshotCodec = {
  deflate(text) {
    const bytes = new TextEncoder().encode(text);
    const blocks: number[][] = [];
    for (let at = 0; at === 0 || at < bytes.length; at += MOST_STORED) blocks.push(storedBlock(bytes, at));
    return btoa(blocks.map((block) => block.map((byte) => String.fromCharCode(byte)).join("")).join(""));
  },
  inflate(deflated, most) {
    const stored = parseBase64(deflated);
    const bytes = stored && readBlocks(stored);
    const text = bytes && new TextDecoder().decode(bytes);
    return text === undefined || text.length > most ? undefined : text;
  },
};

/** Last-block flag, length and its complement, then the bytes as they are. */
function storedBlock(bytes: Uint8Array, at: number): number[] {
  const part = bytes.subarray(at, at + MOST_STORED);
  const isLast = at + MOST_STORED >= bytes.length;
  const { length } = part;
  return [isLast ? 1 : 0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff, ...part];
}

function readBlocks(stored: Uint8Array): Uint8Array | undefined {
  const parts: number[] = [];
  for (let at = 0, isLast = false; !isLast;) {
    const [kind, low = 0, high = 0] = stored.subarray(at, at + 3);
    const length = low + high * 256;
    if ((kind !== 0 && kind !== 1) || at + 5 + length > stored.length) return undefined;
    for (const byte of stored.subarray(at + 5, at + 5 + length)) parts.push(byte);
    isLast = kind === 1;
    at += 5 + length;
  }
  return new Uint8Array(parts);
}

function parseBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
