import { TextDecoder } from "node:util";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";

/** Of compression: a roster's base gets no smaller with the highest one, and takes twenty times as long. */
const LEVEL = 4;

/** The base snapshot as hosts write it: UTF-8, raw deflate, base64. */
export const DEFLATE_CODEC: SnapshotCodec = {
  deflate(text) {
    return deflateRawSync(Buffer.from(text, "utf8"), { level: LEVEL }).toString("base64");
  },
  inflate(deflated, most) {
    try {
      // A character needs at least a byte, so the cap on bytes is a cap on characters too.
      const bytes = inflateRawSync(Buffer.from(deflated, "base64"), { maxOutputLength: most });
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (error) {
      if (error instanceof Error) return undefined;
      throw error;
    }
  },
};
