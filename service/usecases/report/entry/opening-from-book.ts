import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { openingFromReading, type OpeningGiven } from "#core/report/opening/opening-from-reading.ts";
import { periodUntil } from "#core/report/population/period.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { openSet } from "../numbers/open-set.ts";
import { refusalForReport } from "./report-access.ts";

export interface OpeningBook {
  readonly key: ReportKey;
  readonly content: Uint8Array;
}

/** Numbers that were typed into an exported workbook of the form, by the guarded reader (R14, W7). */
export async function openingFromBook(
  { workbooks, reportSets }: Pick<Services, "workbooks" | "reportSets">,
  caller: Caller,
  { key, content }: OpeningBook,
): Promise<Result<OpeningGiven, AnyRefusal>> {
  // Whether there is such a report is told before anything of the file is.
  const refusal = refusalForReport(caller, key.unitId, "edit");
  if (refusal) return refuse(refusal);
  const reading = await workbooks.read(content);
  if (!reading.ok) return reading;
  const set = await openSet(reportSets, key.setId, periodUntil(key.on));
  return set.ok ? ok(openingFromReading(reading.value, set.value)) : set;
}
