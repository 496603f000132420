import type { SeenCell } from "#core/intake/seen-workbook.ts";
import type { NumberFormat } from "./number-format.ts";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** More digits than a spreadsheet keeps, and no point: somebody's number, not a quantity. */
const LONG_WHOLE = /^(-?)\+?0*([1-9]\d{15,})$/;
/** A spreadsheet shows and keeps this many digits. */
const SHOWN_DIGITS = 15;
const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465;

export interface NumberLook {
  readonly format: NumberFormat;
  readonly date1904: boolean;
}

/**
 * A number as the sheet shows it: whole numbers beyond 15 digits as text with all digits the file has (ID numbers!), other
 * numbers at 15 digits (5.6999999999999993 is 5.7), percents as "85%", dates as "2026-03-01", codes with their leading zeros.
 * @returns undefined when it is no number at all
 */
export function numberAsSeen(raw: string, { format, date1904 }: NumberLook): SeenCell | undefined {
  const text = raw.trim();
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(value)) return undefined;
  if (format.kind === "percent") return { value: `${plainDigits(Number((value * 100).toPrecision(SHOWN_DIGITS)))}%` };
  if (format.kind !== "plain") return dateAsSeen(value, format, date1904) ?? rounded(value);
  const long = LONG_WHOLE.exec(text);
  if (long) return longWhole(`${long[1] ?? ""}${long[2] ?? ""}`);
  return withLook(rounded(value), format);
}

/** A program that keeps numbers as doubles writes eighteen digits too, the last ones made up: those it would write are not believed. */
function longWhole(digits: string): SeenCell {
  return { value: digits, flag: String(Number(digits)) === digits ? "digits-lost" : "digits-kept" };
}

function withLook(cell: SeenCell, { zeros, decimals }: NumberFormat): SeenCell {
  const { value } = cell;
  if (typeof value !== "number") return cell;
  if (zeros !== undefined && Number.isInteger(value) && value >= 0) {
    const padded = String(value).padStart(zeros, "0");
    return padded === String(value) ? cell : { value: padded };
  }
  if (decimals === undefined || Math.abs(value) >= 1e15) return cell;
  const shown = value.toFixed(decimals);
  return shown === String(value) ? cell : { value, shown };
}

function rounded(value: number): SeenCell {
  const kept = Number(value.toPrecision(SHOWN_DIGITS));
  return Math.abs(kept) >= 1e15 ? { value: plainDigits(kept), flag: "digits-lost" } : { value: kept };
}

/** Beyond 15 digits a sheet shows zeros, whatever the double says. */
function plainDigits(value: number): string {
  if (Math.abs(value) < 1e15) return String(value);
  const [mantissa = "", exponent = "0"] = value.toExponential(SHOWN_DIGITS - 1).split("e");
  return mantissa.replace(".", "") + "0".repeat(Number(exponent) - (SHOWN_DIGITS - 1));
}

/** Serial days since 1899-12-30 (or 1904-01-01); the 1900 system knows a 29 February 1900 that never was. */
function dateAsSeen(serial: number, format: NumberFormat, date1904: boolean): SeenCell | undefined {
  if (serial < 0 || serial > LAST_DAY) return undefined;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(daysOf(serial, date1904) * 86_400) * 1000);
  const [day = "", time = ""] = at.toISOString().slice(0, 19).split("T");
  const clock = shortClock(time);
  if (serial < 1 && format.kind === "time") return { value: clock };
  const value = at.getTime() % DAY_MS === 0 ? day : `${day} ${clock}`;
  return format.monthOnly === true ? { value, shown: day.slice(0, 7) } : { value };
}

function shortClock(time: string): string {
  return time.endsWith(":00") ? time.slice(0, 5) : time;
}

function daysOf(serial: number, date1904: boolean): number {
  if (date1904) return serial + 1462;
  return serial < 60 ? serial + 1 : serial;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?)?$/;

/** Files of the strict kind write dates out; a midnight that nobody typed is not shown. */
export function isoDateAsSeen(text: string): string {
  const [, day, time] = ISO.exec(text) ?? [];
  if (day === undefined) return text;
  return time === undefined || time === "00:00:00" ? day : `${day} ${shortClock(time)}`;
}
