import type { UnitId } from "#core/kernel/ids.ts";
import { toId } from "#core/kernel/ids.ts";
import { parseDay, type Day } from "#core/kernel/instant.ts";

/** One report: a form filled for a unit as of a day. What is entered, explained and submitted belongs to it. */
export interface ReportKey {
  readonly setId: string;
  readonly unitId: UnitId;
  /** The reporting date; 31 December or 30 June: the report itself, any other day: a rehearsal (R12). */
  readonly on: Day;
}

/** "report:2017:UNIT:2026-12-31": in edits, in the audit, as the subject of its book. */
export function reportRecord({ setId, unitId, on }: ReportKey): string {
  return `${REPORT}${setId}:${unitId}:${on}`;
}

/** Of any report: known by its beginning. */
export function isReportRecord(record: string): boolean {
  return record.startsWith(REPORT);
}

const REPORT = "report:";

/** undefined: no report's name. */
export function parseReportRecord(text: string): ReportKey | undefined {
  const [kind, setId, unit, day, ...more] = text.split(":");
  const on = day === undefined ? undefined : parseDay(day);
  if (kind !== "report" || !setId || !unit || on === undefined || more.length > 0) return undefined;
  return { setId, unitId: toId<UnitId>(unit), on };
}
