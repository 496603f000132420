import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import type { FieldDefinition } from "./field.ts";
import { plainText } from "./plain-text.ts";

const MOBILE = /^1[3-9]\d{9}$/;
/** Seven or eight digits, with or without the area, service numbers, and numbers abroad with the country's code. */
const OTHER = /^(?:0\d{2,3})?[2-9]\d{6,7}$|^[48]00\d{7}$|^00[1-9]\d{6,14}$/;
const EXTENSION = /(?:转|分机|ext\.?|#)\s*\d+$|-\d{3,5}$/iu;
const SEVERAL = /\d{7,}\s*[/、,;，；或和]\s*\d{7,}|\d{11}\s+\d{11}/u;

/** @returns digits only; China's own country code is left out, any other begins with 00. */
export function parsePhone(field: FieldDefinition, value: string | number): Result<string, FieldRefusal> {
  const text = plainText(String(value));
  if (SEVERAL.test(text)) return refuse({ code: "phone-several" });
  const digits = digitsOf(text);
  if (MOBILE.test(digits)) return ok(digits);
  if (OTHER.test(digits)) {
    const isMobile = field.form !== "mobile" || digits.startsWith("00");
    return isMobile ? ok(digits) : refuse({ code: "phone-not-a-mobile" });
  }
  if (EXTENSION.test(text)) return refuse({ code: "phone-with-extension" });
  return refuse({ code: "phone-not-a-number" });
}

function digitsOf(text: string): string {
  const plus = text.replace(/^\(?\+/, "00").replace(/[\s()—–-]/gu, "");
  return plus.replace(/^(?:0086|86(?=1[3-9]\d{9}$))/, "");
}
