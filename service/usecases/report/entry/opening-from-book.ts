import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { openingFromReading } from "#core/report/opening/opening-from-reading.ts";
import { periodUntil } from "#core/report/population/period.ts";
import type { Services } from "#service/usecases/services.ts";
import { openSet } from "../numbers/open-set.ts";

/** Numbers that were typed into an exported workbook of the form, by the guarded reader (R14, W7). */
export async function openingFromBook(
  { workbooks, reportSets }: Pick<Services, "workbooks" | "reportSets">,
  { setId, on }: Pick<ReportKey, "setId" | "on">,
  content: Uint8Array,
): Promise<Result<Readonly<Record<string, number>>, AnyRefusal>> {
  const reading = await workbooks.read(content);
  if (!reading.ok) return reading;
  const set = await openSet(reportSets, setId, periodUntil(on));
  if (!set.ok) return set;
  const values = openingFromReading(reading.value, set.value);
  if (!values.ok) return values;
  return Object.keys(values.value).length === 0 ? refuse({ code: "opening-empty" }) : ok(values.value);
}
