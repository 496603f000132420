import type { Day } from "#core/kernel/instant.ts";

/** Full exports are due in June and in December (M16). */
export interface ArchiveDue {
  /** First day of the month that the export is due in now: the last June or December that has begun. */
  readonly since: Day;
  /** An export was made since then. */
  readonly done: boolean;
  /** First day of the next month in which one is due. */
  readonly next: Day;
}

/** @param last day of the last full export; null: there was none. */
export function archiveDue(last: Day | null, today: Day): ArchiveDue {
  const year = Number(today.slice(0, 4));
  const day = (ofYear: number, month: "06" | "12"): Day => `${String(ofYear)}-${month}-01` as Day;
  const june = day(year, "06");
  const december = day(year, "12");
  const since = today >= december ? december : today >= june ? june : day(year - 1, "12");
  const next = today >= december ? day(year + 1, "06") : today >= june ? december : june;
  return { since, next, done: last !== null && last >= since };
}
