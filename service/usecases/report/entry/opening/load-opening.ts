import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkReason, cleanReason } from "#core/ledger/item-rules/check-reason.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { judgeOpening, type JudgedOpening } from "#core/report/opening/judge-opening.ts";
import type { OpeningGiven } from "#core/report/opening/opening-from-reading.ts";
import { periodUntil } from "#core/report/population/period.ts";
import type { AuditField } from "#service/ports/audit.ts";
import type { OpeningRecord } from "#service/ports/reports/reports.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { tryOut } from "#service/usecases/push/try-out.ts";
import { openSet } from "#service/usecases/report/numbers/open-set.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import { holdUnfrozen } from "../hold-unfrozen.ts";
import { reportOfYear, yearOf } from "./last-year.ts";
import { openingAnswer } from "./opening-answer.ts";
import { refusalForReport } from "../report-access.ts";

export interface OpeningOrder {
  /** The report that will be compared with them. */
  readonly key: ReportKey;
  /** The year they are of. */
  readonly year: number;
  readonly given: OpeningGiven;
  readonly reason: string;
  /** Mark of what stood there when it was looked at; "": nothing did. */
  readonly base: string;
  readonly dryRun: boolean;
}

interface Judged extends OpeningOrder {
  readonly compiled: CompiledSet;
  readonly judged: JudgedOpening;
  /** The reports of the year after, which read them as last year's. */
  readonly readers: readonly ReportKey[];
}

type Answered = Result<OpeningAnswer, AnyRefusal>;

/**
 * Last year's numbers of another system, so that comparison and year-start checks work from the first day (R14). All of them or
 * none; a dry run is the very same loading, rolled back, and tells everything that would be refused.
 */
export async function loadOpening(services: ReportServices, caller: Caller, order: OpeningOrder): Promise<Answered> {
  const { key, year, given, dryRun } = order;
  const refusal = refusalOf(caller, order);
  if (refusal) return refuse(refusal);
  const set = await openSet(services.reportSets, key.setId, periodUntil(key.on));
  if (!set.ok) return set;
  const { values, refused } = judgeOpening(given.values, set.value);
  const judged = { values, refused: [...given.refused, ...refused] };
  const [first] = judged.refused;
  if (first && !dryRun) return refuse(first);
  const readers = await readersOf(services.reportSets, key, year);
  const work = (tx: StoreWrites) =>
    write(tx, services, { caller, order: { ...order, compiled: set.value, judged, readers } });
  return dryRun ? await tryOut(services.store, work) : await services.store.write(work);
}

/** Whether there is such a report is told before anything else. */
function refusalOf(caller: Caller, { key, year, given, reason, dryRun }: OpeningOrder): AnyRefusal | undefined {
  const refusal = refusalForReport(caller, key.unitId, "edit") ?? wrongYear(key, year);
  if (refusal) return refusal;
  const isEmpty = Object.keys(given.values).length === 0 && given.refused.length === 0;
  // Who looks at a workbook in which nothing was typed is told how much of it was left out.
  if (isEmpty && !(dryRun && given.unchanged > 0)) return { code: "opening-empty" };
  return dryRun ? undefined : checkReason(reason);
}

async function write(
  tx: StoreWrites,
  { digest }: ReportServices,
  { caller, order }: { readonly caller: Caller; readonly order: Judged },
): Promise<Answered> {
  const { key, year, judged, readers, base, dryRun } = order;
  const { setId, unitId } = key;
  // What it is checked against stands as still as the report itself.
  const frozen = await holdUnfrozen(tx, [key, ...readers]);
  if (frozen) return refuse(frozen);
  const before = (await tx.reports.openings({ unitId, year })).find((one) => one.setId === setId) ?? null;
  const mark = markOf(before, digest);
  const reason = cleanReason(order.reason);
  const accepted = (await tx.reports.acceptedIn(unitId, year, setId)) !== undefined;
  const same = !dryRun && before !== null && isSame(before, { values: judged.values, reason });
  // An order that comes twice, or whose answer was lost, has nothing left to do (R12).
  if (same) return ok(openingAnswer(order, { before, mark, accepted, same }));
  if (!dryRun && base !== mark) return refuse({ code: "changed-meanwhile" });
  const by = { accountId: caller.account.id, who: caller.who, at: caller.at };
  await tx.reports.saveOpening({ setId, unitId, year, values: judged.values, reason, ...by });
  const fields = changedFields(year, before?.values ?? {}, judged.values);
  tx.record(auditEntry(caller, { action: "load-opening", record: reportRecord(key), fields, why: reason }));
  return ok(openingAnswer(order, { before, mark, accepted, same }));
}

function isSame(before: OpeningRecord, { values, reason }: Pick<OpeningRecord, "values" | "reason">): boolean {
  return before.reason === reason && changedCells(before.values, values).length === 0;
}

/** Another one after every loading; "": nothing stands there. */
function markOf(standing: OpeningRecord | null, digest: ReportServices["digest"]): string {
  if (!standing) return "";
  const { values, accountId, at } = standing;
  return digest(JSON.stringify([accountId, at, Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))]));
}

/** Those of this form, and of forms that take their tables from it. */
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

type Values = OpeningRecord["values"];

/** Every figure that is another one now. */
function changedFields(year: number, before: Values, after: Values): readonly AuditField[] {
  return changedCells(before, after).map((cell) => ({
    ...{ field: `opening.${year}.${cell}`, old: said(before[cell]), new: said(after[cell]) },
  }));
}

function changedCells(before: Values, after: Values): readonly string[] {
  const cells = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return cells.filter((cell) => before[cell] !== after[cell]);
}

function said(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

/** Figures of the report's own year, or of a later one, are no opening figures. */
export function wrongYear(key: ReportKey, year: number) {
  const before = yearOf(key);
  return year < before ? undefined : ({ code: "opening-year-wrong", year, before } as const);
}
