import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import type { FieldDefinition } from "./field.ts";
import { closedText, keptText } from "./plain-text.ts";

const LONGEST = 500;
/** 张 三 is written apart only so that names of two and three characters look alike. */
const SPACED_NAME = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;
/** The dot within names of several ethnic groups, in all its guises. */
const NAME_DOTS = /[•‧∙⋅・･．.]/gu;
const NAME = /^[\p{L}\p{M}·'’() （）-]+[\p{N}]?$/u;

export function parseText(field: FieldDefinition, given: string): Result<string, FieldRefusal> {
  const text = keptText(given);
  const most = field.longest ?? LONGEST;
  if (Array.from(text).length > most) return refuse({ code: "text-too-long", most });
  if (field.form === "person-name") return parsePersonName(text);
  if (field.form === "social-credit-code") return parseSocialCreditCode(text);
  return ok(text);
}

function parsePersonName(given: string): Result<string, FieldRefusal> {
  const text = given.replace(/\s+/gu, " ").replace(NAME_DOTS, "·");
  const name = SPACED_NAME.test(text) ? text.replace(/\s/gu, "") : text;
  return NAME.test(name) ? ok(name) : refuse({ code: "value-not-a-name", given });
}

/** GB 32100: 31 characters without I, O, S, V, Z; the last one checks the others. */
const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

function parseSocialCreditCode(given: string): Result<string, FieldRefusal> {
  const code = closedText(given).toUpperCase();
  const digits = Array.from(code, (character) => CREDIT_ALPHABET.indexOf(character));
  if (digits.length !== 18 || digits.includes(-1)) return refuse({ code: "credit-code-wrong", given });
  let sum = 0;
  for (const [index, weight] of CREDIT_WEIGHTS.entries()) sum += weight * (digits[index] ?? 0);
  return (31 - (sum % 31)) % 31 === digits[17] ? ok(code) : refuse({ code: "credit-code-wrong", given });
}
