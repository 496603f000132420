import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkReason, cleanReason } from "#core/ledger/item-rules/check-reason.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openSet } from "../numbers/open-set.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "../report-services.ts";
import { holdUnfrozen } from "./hold-unfrozen.ts";
import { reportOfYear, yearOf } from "./opening/last-year.ts";
import { refusalForReport } from "./report-access.ts";

export interface ExemptOrder {
  readonly key: ReportKey;
  readonly check: string;
  readonly reason: string;
}

/** The superior lets a unit explain an error of this check instead of mending it, for this year (R4). */
export async function exemptCheck(
  services: ReportServices,
  caller: Caller,
  { key, check, reason }: ExemptOrder,
): Promise<Result<null, AnyRefusal>> {
  const { setId, unitId, on } = key;
  const refusal = refusalForReport(caller, unitId, "judge") ?? checkReason(reason);
  if (refusal) return refuse(refusal);
  const set = await openSet(services.reportSets, setId, periodUntil(on));
  if (!set.ok) return set;
  const named = set.value.set.checks.find(({ code }) => code === check);
  if (named?.severity !== "error") return refuse({ code: "report-check-unknown", given: check });
  return await services.store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    const frozen = await holdUnfrozen(tx, reportsOf(key, set.value));
    if (frozen) return refuse(frozen);
    const old = await reasonOf(tx, { key, check });
    const by = { accountId: caller.account.id, who: caller.who, at: caller.at };
    const kept = cleanReason(reason);
    await tx.reports.saveExemption({ setId, unitId, year: yearOf(key), check, reason: kept, ...by });
    const fields = [{ field: `exemption.${check}`, old, new: kept }];
    tx.record(auditEntry(caller, { action: "exempt", record: reportRecord(key), fields }));
    return ok(null);
  });
}

/** Taken back: the error is to be mended after all. */
export async function unexemptCheck(
  { store, reportSets }: Pick<ReportServices, "store" | "reportSets">,
  caller: Caller,
  { key, check }: Pick<ExemptOrder, "key" | "check">,
): Promise<Result<null, AnyRefusal>> {
  const { setId, unitId, on } = key;
  const refusal = refusalForReport(caller, unitId, "judge");
  if (refusal) return refuse(refusal);
  const set = await openSet(reportSets, setId, periodUntil(on));
  if (!set.ok) return set;
  return await store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    const frozen = await holdUnfrozen(tx, reportsOf(key, set.value));
    if (frozen) return refuse(frozen);
    const old = await reasonOf(tx, { key, check });
    const gone = await tx.reports.dropExemption({ setId, unitId, year: yearOf(key), check });
    if (!gone) return refuse({ code: "report-check-unknown", given: check });
    const fields = [{ field: `exemption.${check}`, old, new: null }];
    tx.record(auditEntry(caller, { action: "unexempt", record: reportRecord(key), fields }));
    return ok(null);
  });
}

/** An exemption is the year's: it moves the report itself as well as the one it is made from. */
function reportsOf(key: ReportKey, { set }: CompiledSet): readonly ReportKey[] {
  return [key, reportOfYear(key, set, yearOf(key))];
}

async function reasonOf(
  tx: Pick<StoreReads, "reports">,
  { key, check }: Pick<ExemptOrder, "key" | "check">,
): Promise<string | null> {
  const { setId, unitId } = key;
  const standing = await tx.reports.exemptions({ setId, units: [unitId], year: yearOf(key) });
  return standing.find((one) => one.check === check)?.reason ?? null;
}
