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

  /** Their lengths, then all letters in a row: a byte each where all are of Latin-1, else two. */
  texts(values: readonly string[]): void {
    const letters = values.join("");
    this.number(values.length);
    const lengths = new Uint32Array(values.length);
    for (let at = 0; at < values.length; at += 1) lengths[at] = values[at]?.length ?? 0;
    this.bytes(lengths);
    const codes = new Uint16Array(letters.length);
    let widest = 0;
    for (let at = 0; at < letters.length; at += 1) {
      const code = letters.charCodeAt(at);
      codes[at] = code;
      widest |= code;
    }
    this.number(widest > 0xff ? 2 : 1);
    this.bytes(widest > 0xff ? codes : new Uint8Array(codes));
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

/** Bytes up to the next border of four. */
export function gap(length: number): number {
  return -length & 3;
}
