/** One field of a population, each distinct text once: `values[codes[row]]`. Code 0 is the empty field. */
export interface Column {
  readonly values: readonly string[];
  readonly codes: Codes;
}

export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Grows row by row, wider when there are more texts than fit; a row can be written again. */
export class ColumnWriter {
  readonly #values: string[] = [""];
  readonly #codeOf = new Map<string, number>([["", 0]]);
  #codes: Codes = new Uint8Array(64);

  set(row: number, value: string): void {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codeOf.set(value, code);
    }
    if (row >= this.#codes.length) this.#codes = grown(this.#codes, row + 1);
    if (code > widestOf(this.#codes)) this.#codes = widened(this.#codes);
    this.#codes[row] = code;
  }

  /** A view: it shows what is written later as well. */
  column(size: number): Column {
    if (size > this.#codes.length) this.#codes = grown(this.#codes, size);
    return { values: this.#values, codes: this.#codes.subarray(0, size) };
  }
}

function widestOf(codes: Codes): number {
  return 2 ** (codes.BYTES_PER_ELEMENT * 8) - 1;
}

function widened(codes: Codes): Codes {
  return codes.BYTES_PER_ELEMENT === 1 ? new Uint16Array(codes) : new Uint32Array(codes);
}

function grown(codes: Codes, atLeast: number): Codes {
  const length = Math.max(atLeast, codes.length * 2);
  if (codes.BYTES_PER_ELEMENT === 1) return copied(new Uint8Array(length), codes);
  return codes.BYTES_PER_ELEMENT === 2
    ? copied(new Uint16Array(length), codes)
    : copied(new Uint32Array(length), codes);
}

function copied<T extends Codes>(into: T, codes: Codes): T {
  into.set(codes);
  return into;
}
