import { gap } from "./blob-writer.ts";

/** Reads what a BlobWriter wrote, in the same order. Only for bytes whose checksum holds. */
export class BlobReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  number(): number {
    const [value = 0] = new Uint32Array(this.#take(4).buffer);
    return value;
  }

  /** A copy with memory of its own. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#take(this.number());
  }

  text(): string {
    return this.texts()[0] ?? "";
  }

  texts(): string[] {
    const count = this.number();
    const lengths = new Uint32Array(this.bytes().buffer);
    const width = this.number();
    const bytes = this.bytes();
    const letters = textOf(width === 2 ? new Uint16Array(bytes.buffer) : bytes);
    const texts: string[] = [];
    for (let index = 0, at = 0; index < count; index += 1) {
      const end = at + (lengths[index] ?? 0);
      texts.push(letters.slice(at, end));
      at = end;
    }
    return texts;
  }

  #take(length: number): Uint8Array<ArrayBuffer> {
    const from = this.#at;
    this.#at += length + gap(length);
    return this.#bytes.slice(from, from + length);
  }
}

/** Handed over as one list: spread out, the letters take seven times as long. */
function textOf(codes: Uint8Array | Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += MOST_AT_ONCE)
    parts.push(String.fromCharCode.apply(null, codes.subarray(at, at + MOST_AT_ONCE) as unknown as number[]));
  return parts.join("");
}

/** Arguments of one call. */
const MOST_AT_ONCE = 8192;
