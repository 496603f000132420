import { compare, parseRational, type Rational } from "#core/kernel/rational.ts";
import type { CellValue } from "../cell.ts";

/**
 * Is what was found what was issued? Spreadsheets turn "5" into 5, null into "" and line ends into each other; none of
 * that is an edit. A text beside a text is compared as text, so that 2026.10 typed over as 2026.1 is noticed, and
 * full-width digits stay what was typed: the service judges them.
 */
export function sameValue(base: CellValue, found: CellValue): boolean {
  const a = tidied(base);
  const b = tidied(found);
  if (a === b) return true;
  if (typeof a !== "number" && typeof b !== "number") return false;
  const [left, right] = [exactly(a), exactly(b)];
  return left !== undefined && right !== undefined && compare(left, right) === 0;
}

/** Blank texts are null, line ends are "\n". */
export function tidied(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  if (value.trim() === "") return null;
  return value.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}

function exactly(value: CellValue): Rational | undefined {
  if (typeof value === "number") return parseRational(plainText(value));
  return typeof value === "string" ? parseRational(value.trim()) : undefined;
}

/** String(1e-7) is "1e-7", which is no plain decimal; scores and their like never have more than 15 decimals. */
function plainText(value: number): string {
  const text = String(value);
  return text.includes("e-") ? value.toFixed(15) : text;
}
