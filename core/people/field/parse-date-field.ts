import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import type { FieldDefinition } from "./field.ts";
import { readDate, type ReadDate } from "./read-day.ts";

export interface DateOptions {
  readonly today: Day;
  readonly date1904: boolean;
  /** What the sheet shows of a date it holds to the day: "1969.01". */
  readonly shown: string | null;
}

const FIRST = "1850-01-01";
const LAST = "2150-12-31";

/** @returns the day ("2026-03-01"), or the month ("2026-03") where the field takes one. */
export function parseDateField(
  field: FieldDefinition,
  value: string | number,
  options: DateOptions,
): Result<string, FieldRefusal> {
  const read = readDate(value, options.date1904);
  if (!read.ok) return read;
  const { precision, text } = asMeant(read.value, options);
  if (precision === "month" && field.type === "day" && !field.months) {
    return refuse({ code: "day-to-the-month-only", given: text });
  }
  const canonical = field.type === "month" ? text.slice(0, 7) : text;
  if (canonical < FIRST || canonical > LAST) {
    return refuse({ code: "day-out-of-range", given: canonical, first: FIRST, last: LAST });
  }
  if (field.past && canonical > options.today) {
    return refuse({ code: "day-in-the-future", given: canonical, today: options.today });
  }
  return ok(canonical);
}

/** A cell formatted as a month holds its first day: the month is what the officer knows. */
function asMeant(read: ReadDate, { shown, date1904 }: DateOptions): ReadDate {
  if (shown === null || read.precision === "month" || !read.text.endsWith("-01")) return read;
  const seen = readDate(shown, date1904);
  return seen.ok && seen.value.precision === "month" && read.text.startsWith(seen.value.text) ? seen.value : read;
}
