import { textCoding } from "../columns/text-coding.ts";

/** Writes numbers, texts and columns one behind the other, each on a border of four bytes. */
export class BlobWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  number(value: number): void {
    this.#add(new Uint8Array(new Uint32Array([value]).buffer));
  }

  bytes(values: Uint8Array | Uint16Array | Uint32Array): void {
    this.number(values.byteLength);
    this.#add(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  text(value: string): void {
    this.texts([value]);
  }

  /** Their lengths, then all letters in a row: a byte each where all are of ASCII, else two. */
  texts(values: readonly string[]): void {
    const letters = values.join("");
    this.number(values.length);
    const lengths = new Uint32Array(values.length);
    for (let at = 0; at < values.length; at += 1) lengths[at] = values[at]?.length ?? 0;
    this.bytes(lengths);
    const encoded = textCoding?.encode(letters);
    const isAscii = encoded?.length === letters.length;
    this.number(isAscii ? ASCII : 2);
    this.bytes(isAscii ? encoded : halvesOf(letters));
  }

  /** All that was written, behind so many bytes of room. */
  end(room: number): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(room + this.#length);
    let at = room;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length + gap(part.length);
    }
    return all;
  }

  #add(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length + gap(part.length);
  }
}

/** Of letters that are a byte each and come to the same text in every coding. In version 1 a byte each was of Latin-1, told as 1. */
export const ASCII = 0;

function halvesOf(letters: string): Uint16Array {
  const codes = new Uint16Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) codes[at] = letters.charCodeAt(at);
  return codes;
}

/** Bytes up to the next border of four. */
export function gap(length: number): number {
  return -length & 3;
}
