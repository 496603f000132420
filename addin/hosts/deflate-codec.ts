import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";

/** Compressed bytes that are inflated at once: what comes out is counted in between, so a bomb ends early. */
const STEP = 16_384;

/** Of compression: a roster's base gets no smaller with a higher one, and takes three times as long. */
const LEVEL = 3;

/** The same form as the service writes into files: UTF-8, raw deflate, base64. */
export const deflateCodec: SnapshotCodec = {
  deflate(text) {
    return toBase64(deflateSync(strToU8(text), { level: LEVEL }));
  },
  inflate(deflated, most) {
    const bytes = deflated === "" ? undefined : fromBase64(deflated);
    return bytes && inflateText(bytes, most);
  },
};

function inflateText(bytes: Uint8Array, most: number): string | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    // Beyond the cap nothing is kept.
    if (size <= most) parts.push(part);
  });
  try {
    // A stream that has no end makes the last push throw.
    for (let at = 0; at < bytes.length && size <= most; at += STEP)
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    if (size > most) return undefined;
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(joined(parts, size));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true));
}

function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  return strToU8(atob(text), true);
}
