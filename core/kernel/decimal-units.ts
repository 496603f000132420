import { parseRational, round } from "./rational.ts";

/**
 * Decimals of a fixed precision as whole numbers of their last place ("7.50" with 2 decimals is 750n): the quick form
 * in which totals are computed. Exact, because a figure that was rounded to its decimals needs no fraction.
 */
export function unitsOf(text: string, decimals: number): bigint {
  const point = text.indexOf(".");
  const fraction = point < 0 ? 0 : text.length - point - 1;
  const exact = PLAIN.test(text) && fraction <= decimals;
  return exact ? BigInt(text.replace(".", "")) * powerOfTen(decimals - fraction) : roundedUnitsOf(text, decimals);
}

/** With exactly that many decimals: "7.50". */
export function textOfUnits(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0n ? `-${text}` : text;
}

/** numerator / denominator as a whole number, half away from zero. @throws on a denominator that is not positive (a bug). */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new Error("the denominator must be positive");
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = (magnitude * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -quotient : quotient;
}

/** 10 to the power of a small whole number. */
export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const POWERS: readonly bigint[] = Array.from({ length: 16 }, (_, exponent) => 10n ** BigInt(exponent));

function roundedUnitsOf(text: string, decimals: number): bigint {
  const value = parseRational(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  const rounded = round(value, decimals);
  return (rounded.numerator * powerOfTen(decimals)) / rounded.denominator;
}
