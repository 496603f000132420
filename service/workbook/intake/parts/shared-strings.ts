import { shownText } from "#service/workbook/xlsx/file-text.ts";
import { tooBig } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";

const SLAB = 1_048_576;
const KEPT = 4_096;
/** No character takes more in UTF-8 than these per unit of a string's length. */
const MOST_BYTES = 3;

/**
 * The texts that cells point to, as bytes outside the heap: five million strings of their own would not fit into the
 * reader. The first few thousand, which cells point to most, are kept as strings once they were asked for.
 */
export class SharedStrings {
  readonly #limits: IntakeLimits;
  readonly #slabs: Buffer[] = [];
  /** End of each text, as slab number times slab size plus place. */
  #ends = new Uint32Array(1_024);
  #starts = new Uint32Array(1_024);
  readonly #kept: (string | undefined)[] = [];
  #free = SLAB;
  #bytes = 0;
  count = 0;

  constructor(limits: IntakeLimits) {
    this.#limits = limits;
  }

  /** @param text its bytes, in UTF-8 */
  add(text: Buffer): void {
    const { textLength, allText, strings } = this.#limits;
    if (text.length > textLength) {
      const length = text.length > textLength * MOST_BYTES ? text.length : text.toString("utf8").length;
      if (length > textLength) throw tooBig("text", length, textLength);
    }
    this.#bytes += text.length;
    if (this.#bytes > allText) throw tooBig("text", this.#bytes, allText);
    if (this.count >= strings) throw tooBig("strings", this.count + 1, strings);
    if (this.#free + text.length > SLAB) {
      this.#slabs.push(Buffer.allocUnsafeSlow(SLAB));
      this.#free = 0;
    }
    const slab = this.#slabs.length - 1;
    text.copy(this.#slabs[slab] ?? text, this.#free);
    this.#remember(slab * SLAB + this.#free, text.length);
    this.#free += text.length;
  }

  #remember(start: number, length: number): void {
    if (this.count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[this.count] = start;
    this.#ends[this.count] = start + length;
    this.count += 1;
  }

  /** @param index below `count` */
  isBlank(index: number): boolean {
    return this.#starts[index] === this.#ends[index];
  }

  /** @param index below `count` */
  get(index: number): string {
    const kept = this.#kept[index];
    if (kept !== undefined) return kept;
    const start = this.#starts[index] ?? 0;
    const slab = Math.floor(start / SLAB);
    const from = start - slab * SLAB;
    const to = from + (this.#ends[index] ?? start) - start;
    const text = to === from ? "" : shownText(this.#slabs[slab]?.toString("utf8", from, to) ?? "");
    if (index < KEPT) this.#kept[index] = text;
    return text;
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(numbers.length * 2);
  bigger.set(numbers);
  return bigger;
}
