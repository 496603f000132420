import type { ReportSet } from "#core/report/definition/report-definition.ts";
import { periodEnd } from "#core/report/key/period-end.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** Numbers of an earlier year, and where they come from; null: there are none. */
export interface EarlierYear {
  readonly source: "submission" | "opening" | null;
  readonly values: ReadonlyMap<string, number>;
}

export function yearOf({ on }: Pick<ReportKey, "on">): number {
  return Number(on.slice(0, 4));
}

/** The accepted report of a year, else what was loaded as its opening figures (R14); of the same form alone: others lay out other facts. */
export async function earlierYear(
  tx: StoreReads,
  { setId, unitId }: Pick<ReportKey, "setId" | "unitId">,
  year: number,
): Promise<EarlierYear> {
  const accepted = await tx.reports.acceptedIn(unitId, year, setId);
  if (accepted) return { source: "submission", values: new Map(Object.entries(accepted.values)) };
  const opening = (await tx.reports.openings({ unitId, year })).find((one) => one.setId === setId);
  if (!opening) return { source: null, values: new Map() };
  return { source: "opening", values: new Map(Object.entries(opening.values)) };
}

/**
 * What 上年 means to a form's checks and formulas: the end of last year, where this year starts. A half-year form that takes its
 * tables from the annual one reads that one's; others read their own of the year before.
 */
export async function lastYearOf(
  tx: StoreReads,
  key: ReportKey,
  { period, adopts }: Pick<ReportSet, "period" | "adopts">,
): Promise<EarlierYear> {
  const year = yearOf(key) - 1;
  if (period === "year" || adopts === undefined) return await earlierYear(tx, key, year);
  const atYearEnd = await earlierYear(tx, { setId: adopts, unitId: key.unitId }, year);
  return atYearEnd.source === null ? await earlierYear(tx, key, year) : atYearEnd;
}

/** The report itself of a year: what a rehearsal stands before, and what next year's explanations are taken from. */
export function reportOfYear(key: ReportKey, { period }: Pick<ReportSet, "period">, year: number): ReportKey {
  return { ...key, on: periodEnd(period, year) };
}
