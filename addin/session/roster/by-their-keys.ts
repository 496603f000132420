import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { applyRepairs, repairKeys } from "#core/sheet/repair-keys.ts";

export interface KeyedReading {
  readonly reading: BookReading;
  /** Not only values, looks and locks were sorted as well. */
  readonly wereMixed: boolean;
}

/**
 * What was typed, by the rows it was typed into, also where they were sorted without their keys. Without the sheets of which
 * nobody can tell.
 */
export function byTheirKeys(snapshot: BaseSnapshot, reading: BookReading): KeyedReading {
  const { problems } = diffBook(snapshot, reading);
  const mixed = new Set(
    problems.flatMap((problem) => (problem.code === "sorted-without-keys" ? [problem.place.sheet] : [])),
  );
  if (mixed.size === 0) return { reading, wereMixed: false };
  const repairs = repairKeys(snapshot, reading);
  const sure = repairs
    ? applyRepairs(reading, repairs)
    : { ...reading, sheets: reading.sheets.filter(({ name }) => !mixed.has(name)) };
  return { reading: sure, wereMixed: true };
}
