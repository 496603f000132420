import { ASCII, gap } from "./blob-writer.ts";
import { textCoding } from "../columns/text-coding.ts";

/** Reads what a BlobWriter wrote, in the same order. Only for bytes whose checksum holds, on a border of four in their memory. */
export class BlobReader {
  readonly #buffer: ArrayBuffer;
  #at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, from: number) {
    this.#buffer = bytes.buffer;
    this.#at = bytes.byteOffset + from;
  }

  number(): number {
    const [value = 0] = this.#words(1);
    return value;
  }

  /** These are views, not copies. */
  bytes(): Uint8Array<ArrayBuffer> {
    const length = this.number();
    return new Uint8Array(this.#buffer, this.#pass(length), length);
  }

  halves(): Uint16Array<ArrayBuffer> {
    const length = this.number();
    return new Uint16Array(this.#buffer, this.#pass(length), length / 2);
  }

  words(): Uint32Array<ArrayBuffer> {
    return this.#words(this.number() / 4);
  }

  text(): string {
    return this.texts()[0] ?? "";
  }

  texts(): string[] {
    const count = this.number();
    const lengths = this.words();
    const letters = this.#letters(this.number());
    const texts = new Array<string>(count);
    for (let index = 0, at = 0; index < count; index += 1) {
      const end = at + (lengths[index] ?? 0);
      texts[index] = letters.slice(at, end);
      at = end;
    }
    return texts;
  }

  #letters(width: number): string {
    if (width === ASCII) return asciiOf(this.bytes());
    return textOf(width === 2 ? this.halves() : this.bytes());
  }

  #words(count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#buffer, this.#pass(count * 4), count);
  }

  /** @returns where it begins */
  #pass(length: number): number {
    const from = this.#at;
    this.#at += length + gap(length);
    return from;
  }
}

function asciiOf(bytes: Uint8Array<ArrayBuffer>): string {
  return textCoding?.decode(bytes) ?? textOf(bytes);
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
