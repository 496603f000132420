import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkReason, cleanReason } from "#core/ledger/item-rules/check-reason.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { judgeOpening } from "#core/report/opening/judge-opening.ts";
import { periodUntil } from "#core/report/population/period.ts";
import type { AuditField } from "#service/ports/audit.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openSet } from "../numbers/open-set.ts";
import type { ReportServices } from "../report-services.ts";
import { holdUnfrozen } from "./hold-unfrozen.ts";
import { reportOfYear, yearOf } from "./last-year.ts";
import { refusalForReport } from "./report-access.ts";

export interface OpeningOrder {
  /** The report that will be compared with them. */
  readonly key: ReportKey;
  /** The year they are of. */
  readonly year: number;
  /** By "1!A16". */
  readonly values: Readonly<Record<string, number>>;
  readonly reason: string;
}

/** Last year's numbers of another system, so that comparison and year-start checks work from the first day (R14). */
export async function loadOpening(
  services: ReportServices,
  caller: Caller,
  { key, year, values, reason }: OpeningOrder,
): Promise<Result<{ readonly cells: number }, AnyRefusal>> {
  const { setId, unitId } = key;
  const refusal = refusalForReport(caller, unitId, "edit") ?? checkReason(reason) ?? wrongYear(key, year);
  if (refusal) return refuse(refusal);
  const set = await openSet(services.reportSets, setId, periodUntil(key.on));
  if (!set.ok) return set;
  if (Object.keys(values).length === 0) return refuse({ code: "opening-empty" });
  const judged = judgeOpening(values, set.value);
  if (!judged.ok) return judged;
  const readers = await readersOf(services.reportSets, key, year);
  return await services.store.write(async (tx): Promise<Result<{ readonly cells: number }, AnyRefusal>> => {
    // What it is checked against stands as still as the report itself.
    const frozen = await holdUnfrozen(tx, [key, ...readers]);
    if (frozen) return refuse(frozen);
    const before = (await tx.reports.openings({ unitId, year })).find((one) => one.setId === setId);
    const by = { accountId: caller.account.id, who: caller.who, at: caller.at };
    const kept = cleanReason(reason);
    await tx.reports.saveOpening({ setId, unitId, year, values: judged.value, reason: kept, ...by });
    const fields = changedFields(year, before?.values ?? {}, judged.value);
    tx.record(auditEntry(caller, { action: "load-opening", record: reportRecord(key), fields, why: kept }));
    return ok({ cells: Object.keys(values).length });
  });
}

/** The reports of the year after, which read them as last year's: those of this form, and of forms that take their tables from it. */
async function readersOf(
  sets: ReportServices["reportSets"],
  key: ReportKey,
  year: number,
): Promise<readonly ReportKey[]> {
  const readers: ReportKey[] = [];
  for (const id of sets.ids) {
    const read = await sets.open(id);
    if (!read?.ok) continue;
    const { set } = read.value;
    if (id === key.setId || set.adopts === key.setId) readers.push(reportOfYear({ ...key, setId: id }, set, year + 1));
  }
  return readers;
}

type Values = OpeningOrder["values"];

/** Every figure that is another one now. */
function changedFields(year: number, before: Values, after: Values): readonly AuditField[] {
  const cells = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return cells.flatMap((cell) => {
    const [old, now] = [said(before[cell]), said(after[cell])];
    return old === now ? [] : [{ field: `opening.${year}.${cell}`, old, new: now }];
  });
}

function said(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function wrongYear(key: ReportKey, year: number) {
  const before = yearOf(key);
  return year < before ? undefined : ({ code: "opening-year-wrong", year, before } as const);
}
