import type { BaseSnapshot } from "#core/sheet/base-snapshot.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { applyRepairs, repairKeys } from "#core/sheet/repair-keys.ts";

/**
 * What was typed, by the rows it was typed into, also where they were sorted without their keys. Without the sheets of which
 * nobody can tell.
 */
export function byTheirKeys(snapshot: BaseSnapshot, reading: BookReading): BookReading {
  const { problems } = diffBook(snapshot, reading);
  const mixed = new Set(
    problems.flatMap((problem) => (problem.code === "sorted-without-keys" ? [problem.place.sheet] : [])),
  );
  if (mixed.size === 0) return reading;
  const repairs = repairKeys(snapshot, reading);
  if (repairs) return applyRepairs(reading, repairs);
  return { ...reading, sheets: reading.sheets.filter(({ name }) => !mixed.has(name)) };
}
