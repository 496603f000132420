import type { Day } from "./instant.ts";

/** A calendar month, "2026-03". Compares as text. */
export type Month = string & { readonly __brand: "month" };

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DAY_MS = 86_400_000;

/** @returns undefined for anything that is not a month. */
export function parseMonth(text: string): Month | undefined {
  return MONTH.test(text) ? (text as Month) : undefined;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** Of a day or of a month, as old papers know no more than that: "1969-01" counts from its first day. */
export function firstDayOf(text: string): Day {
  return (text.length === 7 ? `${text}-01` : text) as Day;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** b - a. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00.000Z`) - Date.parse(`${a}T00:00:00.000Z`)) / DAY_MS);
}

/** Clamped to the month's end (M6): 31 January and a month is 28 February, 29 February and a year the 28th. */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = lastDayOf(year, month);
  const number = Number(day.slice(8)) > last ? String(last) : day.slice(8);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${String(month)}-${number}` as Day;
}

/** Without a Date: rosters of a hundred thousand people are reckoned with this. */
function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

export function addToMonth(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}` as Month;
}

/** b - a; negative when b is earlier. */
export function monthsBetween(a: Month, b: Month): number {
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5)) - Number(a.slice(5));
}

/** Completed years from a to b, as ages are counted: who was born on 29 February completes a year on the 28th. */
export function completedYears(a: Day, b: Day): number {
  const years = Number(b.slice(0, 4)) - Number(a.slice(0, 4));
  return addYears(a, years) <= b ? years : years - 1;
}
