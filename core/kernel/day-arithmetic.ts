import type { Day } from "./instant.ts";

/** A calendar month, "2026-03". Compares as text. */
export type Month = string & { readonly __brand: "month" };

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

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
  return dayOfNumber(dayNumber(day) + days);
}

/** b - a. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** Days of 400 years, and from 1 March of the year 0 to the first of 1970. */
const ERA_DAYS = 146_097;
const EPOCH = 719_468;

/** Days since 1970, reckoned in years that begin in March, so that the leap day is a year's last; without a Date, as below. */
function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8)) - 1;
  return era * ERA_DAYS + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH;
}

function dayOfNumber(number: number): Day {
  const shifted = number + EPOCH;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marched = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marched + (marched < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayText(year, month, dayOfYear - Math.floor((153 * marched + 2) / 5) + 1);
}

function dayText(year: number, month: number, day: number): Day {
  const text = String(year);
  const years = text.length === 4 ? text : text.padStart(4, "0");
  return `${years}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as Day;
}

/** Clamped to the month's end (M6): 31 January and a month is 28 February, 29 February and a year the 28th. */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayText(year, month, Math.min(Number(day.slice(8)), lastDayOf(year, month)));
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
  const year = Number(b.slice(0, 4));
  const born = a.slice(5);
  const birthday = born === "02-29" && lastDayOf(year, 2) === 28 ? "02-28" : born;
  return year - Number(a.slice(0, 4)) - (birthday <= b.slice(5) ? 0 : 1);
}
