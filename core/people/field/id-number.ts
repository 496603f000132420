import { parseDay, type Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import { closedText } from "./plain-text.ts";

/** GB 11643: weights of the 17 digits, and the last character by the weighted sum modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = "10X98765432";
const FORM = /^[1-9]\d{16}[\dX]$/;
const FIRST_BIRTH = "1850-01-01";

/** @param today nobody is born after it. @returns 18 characters, X in upper case. */
export function parseIdNumber(text: string, today: Day): Result<string, FieldRefusal> {
  const number = closedText(text).toUpperCase();
  const refusal = whyNotIdNumber(number, today);
  return refusal ? refuse(refusal) : ok(number);
}

/** Of a number as records hold it. */
export function whyNotIdNumber(number: string, today: Day): FieldRefusal | undefined {
  if (/^\d{15}$/.test(number)) return { code: "id-number-of-15-digits" };
  if (number.length !== 18) return { code: "id-number-length", length: number.length };
  if (!FORM.test(number)) return { code: "id-number-characters" };
  const born = birthDateOf(number);
  if (born === undefined || born < FIRST_BIRTH || born > today) return { code: "id-number-birth-day" };
  if (checkCharacterOf(number) !== number[17]) return { code: "id-number-check-digit" };
  return undefined;
}

/** What the last character must be; reads the first 17. */
export function checkCharacterOf(digits: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(digits[index]);
  return CHECK.charAt(sum % 11);
}

/** Characters 7 to 14; undefined when they are no day. */
export function birthDateOf(idNumber: string): Day | undefined {
  return parseDay(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`);
}

/** Code of GB/T 2261.1: the 17th digit is odd for men, even for women. */
export function sexOf(idNumber: string): "1" | "2" {
  return Number(idNumber[16]) % 2 === 1 ? "1" : "2";
}
