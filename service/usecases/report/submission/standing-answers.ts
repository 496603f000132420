import type { PointAnswerRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { reportOfYear, yearOf } from "../entry/opening/last-year.ts";
import type { OpenedReport } from "../numbers/open-report.ts";

/** What was answered, by point. A rehearsal begins with the answers of the year's report; its own are written over them (R12). */
export async function standingAnswers(
  tx: StoreReads,
  { key, rehearsal, compiled }: OpenedReport,
): Promise<ReadonlyMap<string, PointAnswerRecord>> {
  const behind = rehearsal ? await tx.reports.answers(reportOfYear(key, compiled.set, yearOf(key))) : [];
  const own = await tx.reports.answers(key);
  return new Map([...behind.map((answer) => ({ ...answer, revision: 0 })), ...own].map((one) => [one.point, one]));
}
