import { parseMonth } from "#core/kernel/day-arithmetic.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import { closedText, hasDressedNumber, plainText } from "./plain-text.ts";

/**
 * Dates as officers write them: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, serials of both date systems,
 * and months alone: 1969.01, 1969.1, 2026-03, 2026年3月, 202603. What can be read in two ways is refused, never guessed.
 */
export type ReadDate = { readonly precision: "day" | "month"; readonly text: string };

type Reading = Result<ReadDate, FieldRefusal>;

const TIME = /(?:T|\s)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/i;
const DAY = /^(\d{4})([-./年])(\d{1,2})([-./月])(\d{1,2})[日号]?$/;
const MONTH = /^(\d{4})[-./年](\d{1,2})月?(?:份)?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const COMPACT_MONTH = /^((?:18|19|20)\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const YEAR = /^(?:1[89]|20)\d{2}年?$/;
const SHORT_YEAR = /^(?:\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|\d{1,2}[-./]\d{1,2}[-./]\d{4})$/;

/** Serials of years that a record can speak of: a smaller number is a year or a slip. */
const FIRST_SERIAL = 2_200;
const LAST_SERIAL = 73_415;
/** Serial 0 in days since 1970. The 1900 system counts a 29 February 1900 that never was: serials behind it are right this way. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;

export function readDate(value: string | number, date1904: boolean): Reading {
  return typeof value === "number" ? readNumber(value, date1904) : readText(value, date1904);
}

/** The forms of a text, tried in this order; each gets the parts that its pattern has found. */
const FORMS: readonly (readonly [RegExp, (parts: readonly string[], given: string) => Reading])[] = [
  [
    DAY,
    ([year = "", first, month = "", second, day = ""], given) =>
      agree(first, second) ? dayOfParts(year, month, day) : notADay(given),
  ],
  [MONTH, ([year = "", month = ""], given) => monthOfParts(year, month, given)],
  [COMPACT_DAY, ([year = "", month = "", day = ""]) => dayOfParts(year, month, day)],
  [COMPACT_MONTH, ([year = "", month = ""], given) => monthOfParts(year, month, given)],
  [YEAR, (_, given) => refuse({ code: "day-to-the-year-only", given })],
  [SHORT_YEAR, (_, given) => refuse({ code: "day-ambiguous", given })],
];

function readText(given: string, date1904: boolean): Reading {
  if (hasDressedNumber(given)) return notADay(given);
  const text = closedText(plainText(given).replace(TIME, "")).replace(/[—–−]/g, "-").replace(/[。·]/g, ".");
  if (SERIAL.test(text)) return readNumber(Number(text), date1904);
  for (const [form, read] of FORMS) {
    const found = form.exec(text);
    if (found) return read(found.slice(1), given);
  }
  return notADay(given);
}

function readNumber(value: number, date1904: boolean): Reading {
  const given = String(value);
  if (Number.isInteger(value) && (COMPACT_DAY.test(given) || COMPACT_MONTH.test(given))) return readText(given, false);
  const isYear = value >= 1800 && value < 2100;
  if (isYear && Number.isInteger(value)) return refuse({ code: "day-to-the-year-only", given });
  if (isYear) return monthOfNumber(given);
  if (value < FIRST_SERIAL || value > LAST_SERIAL) return notADay(given);
  return ok({ precision: "day", text: dayOfSerial(value, date1904) });
}

/** 1969.01 was typed as it stands; 1969.1 may have been January or the 1969.10 of which a sheet drops the nought. */
function monthOfNumber(given: string): Reading {
  const fraction = given.split(".")[1] ?? "";
  if (fraction === "1") return refuse({ code: "day-ambiguous", given });
  return monthOfParts(given.slice(0, 4), fraction, given);
}

/** The time of day does not count. */
function dayOfSerial(serial: number, date1904: boolean): string {
  const days = Math.floor(serial) + (date1904 ? EPOCH_1904 : EPOCH_1900);
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function dayOfParts(year: string, month: string, day: string): Reading {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(text) ? ok({ precision: "day", text }) : refuse({ code: "day-impossible", given: text });
}

function monthOfParts(year: string, month: string, given: string): Reading {
  const text = `${year}-${month.padStart(2, "0")}`;
  return parseMonth(text) ? ok({ precision: "month", text }) : refuse({ code: "day-impossible", given });
}

/** 2026-3.1 is a slip of the hand, 2026年3月 has its two own marks. */
function agree(first: string | undefined, second: string | undefined): boolean {
  return first === second || (first === "年" && second === "月");
}

function notADay(given: string): Reading {
  return refuse({ code: "value-not-a-day", given });
}
