/**
 * Exact rational numbers for scores and weights. Inside a computation nothing is rounded;
 * a figure that is shown is rounded half away from zero and the rounded figure feeds the next one (L12).
 * The denominator is always positive and the fraction reduced, so equal numbers are equal field by field.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const PLAIN_DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d{1,15}))?$/;

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** @returns undefined unless the text is a plain decimal such as "12", "-0.50"; no exponent, blanks or separators. */
export function parseRational(text: string): Rational | undefined {
  const match = PLAIN_DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "0", fraction = ""] = match;
  const magnitude = BigInt(whole + fraction);
  return reduce(sign === "-" ? -magnitude : magnitude, 10n ** BigInt(fraction.length));
}

/** For constants of templates that were checked at the door. @throws on text that is no decimal (a bug). */
export function rational(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

export function ofInteger(whole: number): Rational {
  return { numerator: BigInt(whole), denominator: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator && a.denominator === 1n)
    return { numerator: a.numerator + b.numerator, denominator: 1n };
  return reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduce(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws on division by zero: callers leave empty classes out before they divide (L11). */
export function divide(a: Rational, b: Rational): Rational {
  if (b.numerator === 0n) throw new Error("division by zero");
  return reduce(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** Negative, zero or positive, as a sort function wants it. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Half away from zero at the given number of decimals (0 to 15). */
export function round(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  return reduce(roundedUnits(value, scale), scale);
}

/** Rounded half away from zero, with exactly that many decimals: "7.50". */
export function format(value: Rational, decimals: number): string {
  const units = roundedUnits(value, 10n ** BigInt(decimals));
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0n ? `-${text}` : text;
}

/** Shortest exact text ("7.5", "8"). @throws when the number has no finite decimal form (a bug: shown figures are rounded first). */
export function toText(value: Rational): string {
  for (let decimals = 0; decimals <= 15; decimals += 1) {
    if ((value.numerator * 10n ** BigInt(decimals)) % value.denominator === 0n) return format(value, decimals);
  }
  throw new Error("no finite decimal form");
}

/** Digits after the point that the exact text needs; undefined when it has no finite decimal form. */
export function decimalsOf(value: Rational): number | undefined {
  for (let decimals = 0; decimals <= 15; decimals += 1) {
    if ((value.numerator * 10n ** BigInt(decimals)) % value.denominator === 0n) return decimals;
  }
  return undefined;
}

function roundedUnits(value: Rational, scale: bigint): bigint {
  const scaled = value.numerator * scale;
  const negative = scaled < 0n;
  const magnitude = negative ? -scaled : scaled;
  const units = (magnitude * 2n + value.denominator) / (value.denominator * 2n);
  return negative ? -units : units;
}

function reduce(numerator: bigint, denominator: bigint): Rational {
  if (denominator < 0n) return reduce(-numerator, -denominator);
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}
