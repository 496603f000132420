import { dayOf } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { ReportSetInfo } from "#core/protocol/report/reports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { periodUntil } from "#core/report/population/period.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { openSet } from "../numbers/open-set.ts";

/** Forms that can be filled; one that is wrong stops the list, so that it is mended. */
export async function listSets(
  { reportSets }: Pick<Services, "reportSets">,
  { at }: Pick<Caller, "at">,
): Promise<Result<readonly ReportSetInfo[], AnyRefusal>> {
  const found: ReportSetInfo[] = [];
  for (const id of reportSets.ids) {
    const opened = await openSet(reportSets, id, periodUntil(dayOf(at)));
    if (!opened.ok) return opened;
    const { title, period, tables } = opened.value.set;
    found.push({ id, title, period, tables: tables.length });
  }
  return ok(found);
}
