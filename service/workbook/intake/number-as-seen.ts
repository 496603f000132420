import type { CellValue } from "#core/sheet/cell.ts";
import type { NumberFormatKind } from "./number-format-kind.ts";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** More digits than a spreadsheet keeps, and no point: somebody's number, not a quantity. */
const LONG_WHOLE = /^(-?)\+?0*([1-9]\d{15,})$/;
/** A spreadsheet shows and keeps this many digits. */
const SHOWN_DIGITS = 15;
const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465;

export interface NumberLook {
  readonly kind: NumberFormatKind;
  readonly date1904: boolean;
}

/**
 * A number as the sheet shows it: whole numbers beyond 15 digits as text with all digits the file has (ID numbers!), other
 * numbers at 15 digits (5.6999999999999993 is 5.7), percents as "85%", dates as "2026-03-01".
 * @returns undefined when it is no number at all
 */
export function numberAsSeen(raw: string, look: NumberLook): CellValue | undefined {
  const text = raw.trim();
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(value)) return undefined;
  if (look.kind === "percent") return `${plainDigits(Number((value * 100).toPrecision(SHOWN_DIGITS)))}%`;
  if (look.kind !== "plain") return dateAsSeen(value, look) ?? shown(value);
  const long = LONG_WHOLE.exec(text);
  return long ? `${long[1] ?? ""}${long[2] ?? ""}` : shown(value);
}

function shown(value: number): CellValue {
  const rounded = Number(value.toPrecision(SHOWN_DIGITS));
  return Math.abs(rounded) >= 1e15 ? plainDigits(rounded) : rounded;
}

/** Beyond 15 digits a sheet shows zeros, whatever the double says. */
function plainDigits(value: number): string {
  if (Math.abs(value) < 1e15) return String(value);
  const [mantissa = "", exponent = "0"] = value.toExponential(SHOWN_DIGITS - 1).split("e");
  return mantissa.replace(".", "") + "0".repeat(Number(exponent) - (SHOWN_DIGITS - 1));
}

/** Serial days since 1899-12-30 (or 1904-01-01); the 1900 system knows a 29 February 1900 that never was. */
function dateAsSeen(serial: number, { kind, date1904 }: NumberLook): string | undefined {
  if (serial < 0 || serial > LAST_DAY) return undefined;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(daysOf(serial, date1904) * 86_400) * 1000);
  const [day = "", time = ""] = at.toISOString().slice(0, 19).split("T");
  const clock = time.endsWith(":00") ? time.slice(0, 5) : time;
  if (serial < 1 && kind === "time") return clock;
  return at.getTime() % DAY_MS === 0 ? day : `${day} ${clock}`;
}

function daysOf(serial: number, date1904: boolean): number {
  if (date1904) return serial + 1462;
  return serial < 60 ? serial + 1 : serial;
}
