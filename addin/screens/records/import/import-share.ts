import type { ImportView } from "#core/protocol/records/imports.ts";

/** The one that is being read now; one that broke off some day was there before. */
export function underWayAmong(now: readonly ImportView[], before: readonly ImportView[]): ImportView | null {
  const older = new Set(before.map(({ id }) => id));
  return now.find(({ id, state }) => state === "staging" && !older.has(id)) ?? null;
}

/** @param rows of the sheet, those that are no people too: a little is left when everybody was read. */
export function shareRead({ counts }: Pick<ImportView, "counts">, rows: number): number {
  const read = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return rows === 0 ? 0 : Math.min(1, read / rows);
}
