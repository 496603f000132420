import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkReason, cleanReason } from "#core/ledger/item-rules/check-reason.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { enterableCells } from "#core/report/entry/enterable-cells.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openSet } from "../numbers/open-set.ts";
import type { ReportServices } from "../report-services.ts";
import { yearOf } from "./last-year.ts";
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
  const given = Object.entries(values);
  const known = enterableCells(set.value);
  const stray = given.find(([cell, value]) => !known.has(cell) || !Number.isFinite(value));
  if (stray) return refuse({ code: "report-cell-unknown", given: stray[0] });
  if (given.length === 0) return refuse({ code: "opening-empty" });
  return await services.store.write(async (tx): Promise<Result<{ readonly cells: number }, AnyRefusal>> => {
    await tx.reports.hold(key);
    const state = reportStateOf((await tx.reports.submissions(key))[0]);
    // What it is checked against stands as still as the report itself.
    if (isFrozen(state)) return refuse({ code: "report-frozen", state: state === "accepted" ? state : "submitted" });
    const by = { accountId: caller.account.id, who: caller.who, at: caller.at };
    const kept = cleanReason(reason);
    await tx.reports.saveOpening({ setId, unitId, year, values, reason: kept, ...by });
    const fields = [{ field: `opening.${year}`, old: null, new: `${given.length}` }];
    tx.record(auditEntry(caller, { action: "load-opening", record: reportRecord(key), fields, why: kept }));
    return ok({ cells: given.length });
  });
}

function wrongYear(key: ReportKey, year: number) {
  const before = yearOf(key);
  return year < before ? undefined : ({ code: "opening-year-wrong", year, before } as const);
}
