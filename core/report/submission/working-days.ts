import { addDays, daysBetween } from "#core/kernel/day-arithmetic.ts";
import { parseDay, type Day } from "#core/kernel/instant.ts";

/** Days that are not what their weekday says: holidays, and weekends on which one works. */
export interface WorkingDays {
  readonly off: ReadonlySet<Day>;
  readonly on: ReadonlySet<Day>;
}

const LINE = /^(休|班)\s+(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?(?:\s+\S.*)?$/u;
/** A Monday. */
const MONDAY = "2024-01-01" as Day;

/** `休 2027-02-06..2027-02-08 春节`, `班 2027-02-20`; # begins a comment. @throws for any other line: the data ship with the service */
export function readWorkingDays(text: string): WorkingDays {
  const days = { off: new Set<Day>(), on: new Set<Day>() };
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  for (const line of lines.filter((each) => each !== "" && !each.startsWith("#"))) {
    const { kind, from, until } = readLine(line);
    for (let day = from; day <= until; day = addDays(day, 1)) days[kind].add(day);
  }
  return days;
}

function readLine(line: string): { readonly kind: "off" | "on"; readonly from: Day; readonly until: Day } {
  const [, kind, first = "", last = first] = LINE.exec(line) ?? [];
  const [from, until] = [parseDay(first), parseDay(last)];
  if (from === undefined || until === undefined) throw new Error(`no working day or holiday: ${line}`);
  return { kind: kind === "休" ? "off" : "on", from, until };
}

export function isWorkingDay(day: Day, { off, on }: WorkingDays): boolean {
  if (off.has(day)) return false;
  if (on.has(day)) return true;
  // Monday is 0; days before that Monday have negative rests.
  return ((daysBetween(MONDAY, day) % 7) + 7) % 7 < 5;
}

/** The last of so many working days after a day; the day itself does not count. */
export function addWorkingDays(day: Day, count: number, known: WorkingDays): Day {
  let [last, left] = [day, count];
  while (left > 0) {
    last = addDays(last, 1);
    if (isWorkingDay(last, known)) left -= 1;
  }
  return last;
}
