import { MOST_COLUMNS } from "#core/sheet/cell-address.ts";
import type { XmlScanner } from "../xml/xml-scanner.ts";

/** What a cell's attributes and values say, read from their bytes: a string and a pattern for each would take longer than the rest. */
const ZERO = 0x30;
const NINE = 0x39;
const A = 0x41;
const Z = 0x5a;
const MOST_DIGITS = 15;

/** @returns -1 unless it is digits only and not too many; "007" is no plain number */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  if (to <= from || to - from > MOST_DIGITS) return -1;
  if (bytes[from] === ZERO && to - from > 1) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return -1;
    number = number * 10 + (byte - ZERO);
  }
  return number;
}

const POINT = 0x2e - ZERO;
const MINUS = 0x2d;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * A number of at most 15 digits, with or without a point: whole digits over a power of ten is exactly what its text means.
 * @returns undefined for all others
 */
export function plainNumber(bytes: Buffer, from: number, to: number): number | undefined {
  const start = bytes[from] === MINUS ? from + 1 : from;
  if (to - start > MOST_DIGITS + 1) return undefined;
  let number = 0;
  let point = to;
  for (let at = start; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (isDigit(digit)) number = number * 10 + digit;
    else if (digit === POINT && point === to) point = at;
    else return undefined;
  }
  const after = Math.max(0, to - point - 1);
  return isCount(point - start + after) ? signed(number / (POWERS[after] ?? 1), start > from) : undefined;
}

/** Of digits. */
function isCount(digits: number): boolean {
  return digits > 0 && digits <= MOST_DIGITS;
}

function isDigit(digit: number): boolean {
  return digit >= 0 && digit <= 9;
}

function signed(number: number, negative: boolean): number {
  return negative && number !== 0 ? -number : number;
}

/** Column of "B7" in the attribute at that index. @returns -1 when it is no address or one of another row */
export function cellColumn(tag: XmlScanner, index: number, row: number): number {
  const { bytes } = tag;
  const to = tag.attributeTo[index] ?? 0;
  let at = tag.attributeFrom[index] ?? 0;
  let column = 0;
  for (; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < A || byte > Z) break;
    column = column * 26 + (byte - A + 1);
    if (column > MOST_COLUMNS) return -1;
  }
  return wholeNumber(bytes, at, to) === row + 1 ? column - 1 : -1;
}

const TYPES = ["n", "s", "str", "inlineStr", "b", "e", "d"];

export function cellTypeOf(tag: XmlScanner, index: number): string {
  const from = tag.attributeFrom[index] ?? 0;
  const to = tag.attributeTo[index] ?? 0;
  if (to - from === 1) {
    const byte = tag.bytes[from];
    if (byte === 0x73) return "s";
    if (byte === 0x6e) return "n";
  }
  const value = tag.attributeValue(index);
  return TYPES.find((type) => type === value) ?? value;
}
