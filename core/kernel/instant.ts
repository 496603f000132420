/** A moment, ISO 8601 in UTC with milliseconds: "2026-11-21T08:00:00.000Z". Compares as text. */
export type Instant = string & { readonly __brand: "instant" };
/** A calendar day in Asia/Shanghai, "2026-11-21". Compares as text. */
export type Day = string & { readonly __brand: "day" };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SHANGHAI_MS = 8 * 3_600_000;

export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** China has kept UTC+8 without summer time since 1992, the years this system deals with. */
export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10) as Day;
}

/** As people read it, in China's time: "2026-11-21 16:00". */
export function shownTime(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace("T", " ");
}

/** @returns undefined for anything that is not an existing calendar day. */
export function parseDay(text: string): Day | undefined {
  const parts = DAY.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const last = month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return day >= 1 && day <= last ? (text as Day) : undefined;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
