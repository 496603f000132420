import { TextCodes } from "./text-codes.ts";

/** One field of a population, each distinct text once: `values[codes[row]]`. Code 0 is the empty field. */
export interface Column {
  readonly values: readonly string[];
  readonly codes: Codes;
}

export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Grows row by row, wider when there are more texts than fit; a row can be written again. */
export class ColumnWriter {
  #values: string[];
  #codes: Codes;
  #widest: number;
  /** Made when a row is first written: columns that are only counted need none. */
  #codeOf: TextCodes | null = null;

  /** @param column what is kept already; its arrays are taken over */
  constructor(
    column: { readonly values: string[]; readonly codes: Codes } = { values: [""], codes: new Uint8Array(64) },
  ) {
    this.#values = column.values;
    this.#codes = column.codes;
    this.#widest = widestOf(column.codes);
  }

  set(row: number, value: string): void {
    if (row >= this.#codes.length) this.#codes = grown(this.#codes, row + 1);
    // Most fields of most people are empty.
    const code = value === "" ? 0 : this.#codeFor(value);
    if (code > this.#widest) this.#widen();
    this.#codes[row] = code;
  }

  #widen(): void {
    this.#codes = this.#codes.BYTES_PER_ELEMENT === 1 ? new Uint16Array(this.#codes) : new Uint32Array(this.#codes);
    this.#widest = widestOf(this.#codes);
  }

  /** Rows of a column that was written by itself, behind the first `size` rows of this one. Its arrays may be taken over. */
  append(size: number, { values, codes }: { readonly values: string[]; readonly codes: Codes }): void {
    if (size === 0) {
      this.#takeOver(values, codes);
      return;
    }
    const codeOf = Uint32Array.from(values, (value) => (value === "" ? 0 : this.#codeFor(value)));
    if (size + codes.length > this.#codes.length) this.#codes = grown(this.#codes, size + codes.length);
    while (this.#values.length - 1 > this.#widest) this.#widen();
    const own = this.#codes;
    for (let row = 0; row < codes.length; row += 1) own[size + row] = codeOf[codes[row] ?? 0] ?? 0;
  }

  #takeOver(values: string[], codes: Codes): void {
    this.#values = values;
    this.#codes = codes;
    this.#widest = widestOf(codes);
    this.#codeOf = null;
  }

  text(row: number): string {
    return this.#values[this.#codes[row] ?? 0] ?? "";
  }

  /** A view: it shows what is written later as well. */
  column(size: number): Column {
    if (size > this.#codes.length) this.#codes = grown(this.#codes, size);
    return { values: this.#values, codes: this.#codes.subarray(0, size) };
  }

  #codeFor(value: string): number {
    this.#codeOf ??= new TextCodes(this.#values);
    const known = this.#codeOf.of(value);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    this.#codeOf.set(value, code);
    return code;
  }
}

/** Codes for so many rows, as narrow as so many texts allow. */
export function codesFor(rows: number, texts: number): Codes {
  if (texts <= 2 ** 8) return new Uint8Array(rows);
  return texts <= 2 ** 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}

function widestOf(codes: Codes): number {
  return 2 ** (codes.BYTES_PER_ELEMENT * 8) - 1;
}

function grown(codes: Codes, atLeast: number): Codes {
  // A quarter: of a million people the empty room of half the columns would be too much.
  const length = Math.max(atLeast, Math.ceil(codes.length * 1.25));
  if (codes.BYTES_PER_ELEMENT === 1) return copied(new Uint8Array(length), codes);
  return codes.BYTES_PER_ELEMENT === 2
    ? copied(new Uint16Array(length), codes)
    : copied(new Uint32Array(length), codes);
}

function copied<T extends Codes>(into: T, codes: Codes): T {
  into.set(codes);
  return into;
}
