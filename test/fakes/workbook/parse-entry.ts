import type { CellValue } from "#core/sheet/cell.ts";

/** What becomes of something typed into a cell, or given to it by a program: the cell's format decides. */
export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  /** A format that the entry brings along ("2026-3-1" is a date). */
  readonly numberFormat?: string;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DATE = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/;
const DAY = /^(\d{1,2})[-/](\d{1,2})$/;

/** As Excel and WPS read an entry: "2026.10" is 2026.1, 18 digits lose their last three, "=..." is a formula. */
export function parseEntry(entry: CellValue, numberFormat: string, year = 2026): Entry {
  if (numberFormat === "@") return { value: entry === null || entry === "" ? null : String(entry) };
  if (typeof entry === "number") return { value: significant(entry) };
  if (typeof entry !== "string") return { value: entry };
  if (entry === "") return { value: null };
  if (entry.startsWith("'")) return { value: entry.slice(1) };
  if (isFormula(entry)) return { value: null, formula: entry.replace(/^=/, "") };
  return parsePlain(entry, year);
}

/** "-每月学习" is a formula to a spreadsheet (and then #NAME?); "-5" is a number. */
function isFormula(entry: string): boolean {
  if (entry.length < 2) return false;
  return entry.startsWith("=") || (/^[+-]/.test(entry) && !NUMBER.test(entry) && !GROUPED.test(entry));
}

function parsePlain(entry: string, year: number): Entry {
  const text = entry.trim();
  if (NUMBER.test(text)) return { value: significant(Number(text)) };
  if (GROUPED.test(text)) return { value: Number(text.replaceAll(",", "")), numberFormat: "#,##0" };
  if (/^[+-]?\d+(?:\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, numberFormat: "0%" };
  if (/^(?:true|false)$/i.test(text)) return { value: text.toUpperCase() === "TRUE" };
  const date = DATE.exec(text) ?? DAY.exec(text);
  const serial = date && serialOf(date.length === 4 ? date.slice(1).map(Number) : [year, ...date.slice(1).map(Number)]);
  return serial ? { value: serial, numberFormat: "yyyy/m/d" } : { value: entry };
}

/** A spreadsheet keeps 15 significant digits of what is entered. */
function significant(value: number): number {
  return Number(value.toPrecision(15));
}

/** Days since 1899-12-30; undefined for a day that there is not. */
function serialOf([year = 0, month = 0, day = 0]: readonly number[]): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return time / 86_400_000 + 25_569;
}
