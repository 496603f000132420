import { toId, type UnitId } from "#core/kernel/ids.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { reportRecord } from "#core/report/key/report-key.ts";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";

/** What a report's book was asked for. @throws on a day that is none (a bug: only days are asked for). */
export function reportSubject({ setId, unitId, on }: ReportAsk): string {
  const day = parseDay(on);
  if (day === undefined) throw new Error(`${on} is no day`);
  return reportRecord({ setId, unitId: toId<UnitId>(unitId), on: day });
}
