import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import type { FieldDefinition } from "./field.ts";
import { closedText, hasDressedNumber } from "./plain-text.ts";

const WHOLE = /^-?\d{1,12}(?:\.0*)?$/;
const MONEY = /^-?\d{1,12}(?:\.\d*)?$/;
/** 1234567 or 1,234,567; never 1,2. */
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** More than the noise of a binary fraction: what a sheet computes as 0.1 + 0.2. */
const NOISE = 1e-7;

/** @returns "12": no leading noughts, no plus sign. */
export function parseWhole(field: FieldDefinition, value: string | number): Result<string, FieldRefusal> {
  const text = digitsOf(value).replace(/[人名个年]$/u, "");
  if (!WHOLE.test(text)) return refuse({ code: "value-not-whole", given: String(value) });
  return withinRange(field, Number(text), String(Number(text)));
}

/** @returns yuan with two decimals: "3000.50". */
export function parseMoney(field: FieldDefinition, value: string | number): Result<string, FieldRefusal> {
  const text = digitsOf(value)
    .replace(/^[¥￥]/u, "")
    .replace(/元$/u, "");
  if (!MONEY.test(text)) return refuse({ code: "value-not-money", given: String(value) });
  const amount = Number(text);
  const cents = Math.round(amount * 100);
  if (Math.abs(amount * 100 - cents) > NOISE * Math.max(1, Math.abs(amount))) {
    return refuse({ code: "value-not-money", given: String(value) });
  }
  return withinRange(field, amount, (cents / 100).toFixed(2));
}

function digitsOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  if (hasDressedNumber(value)) return value;
  const text = closedText(value).replace(/^\+/, "");
  return GROUPED.test(text.replace(/^[¥￥]/u, "").replace(/[元人名个年]$/u, "")) ? text.replaceAll(",", "") : text;
}

function withinRange(field: FieldDefinition, amount: number, text: string): Result<string, FieldRefusal> {
  const { lowest = null, highest = null } = field;
  if ((lowest !== null && amount < lowest) || (highest !== null && amount > highest)) {
    return refuse({ code: "value-out-of-range", given: text, lowest, highest });
  }
  return ok(text === "-0" ? "0" : text.replace(/^-(0\.00)$/, "$1"));
}
