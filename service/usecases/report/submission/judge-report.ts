import { checkReason } from "#core/ledger/item-rules/check-reason.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { enterableCells } from "#core/report/entry/enterable-cells.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { judged, type Judgement } from "#core/report/submission/decide-submission.ts";
import { reportStateOf } from "#core/report/submission/submission.ts";
import type { UnitNotice } from "#service/ports/records/procedures.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { noticesTo, parentOf } from "#service/usecases/procedure/unit/units-of-procedures.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { refusalForReport } from "../entry/report-access.ts";
import { submitRefusal } from "../entry/stands-in.ts";
import { openSet } from "../numbers/open-set.ts";
import type { SubmissionServices } from "./submission-services.ts";

export interface Judging {
  readonly key: ReportKey;
  readonly judgement: Judgement;
  /** Of the handing-over that was looked at; absent: of whichever is the latest. */
  readonly number?: number | undefined;
  /** On cells, "" on the whole; with a return. */
  readonly remarks?: readonly Remark[];
}

interface Remark {
  readonly cell: string;
  readonly text: string;
}

type Done = Result<null, AnyRefusal>;
type Services = Pick<SubmissionServices, "store" | "random" | "reportSets">;

/** What is done with a report that was handed over (R8): taken back and printed by its unit, everything else by the superior. */
export async function judgeReport(services: Services, caller: Caller, judging: Judging): Promise<Done> {
  const { key, judgement, number, remarks = [] } = judging;
  const refusal =
    (await actRefusal(services, caller, judging)) ??
    reasonRefusal(judgement) ??
    (await remarkRefusal(services, key, remarks));
  if (refusal) return refuse(refusal);
  return await writeOrRollBack(services.store, async (tx): Promise<Done> => {
    await tx.reports.hold(key);
    const latest = (await tx.reports.submissions(key))[0];
    if (number !== undefined && number !== latest?.number) return refuse({ code: "changed-meanwhile" });
    const next = judged(latest, judgement, caller);
    if (!next.ok) return next;
    const held = givesBack(judgement) ? await parentRefusal(tx, caller, key) : undefined;
    if (held) return refuse(held);
    if (!(await tx.reports.updateSubmission(next.value))) return refuse({ code: "changed-meanwhile" });
    await tell(tx, services, { caller, judging, before: latest, next: next.value });
    return ok(null);
  });
}

async function actRefusal(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { key, judgement }: Judging,
): Promise<AnyRefusal | undefined> {
  const isOwn = judgement.act === "withdraw" || judgement.act === "print";
  if (!isOwn) return refusalForReport(caller, key.unitId, "judge");
  return await store.read((tx) => submitRefusal(tx, caller, key.unitId));
}

/** The report can be changed afterwards. */
function givesBack({ act }: Judgement): boolean {
  return act === "withdraw" || act === "return" || act === "unlock";
}

/**
 * Children come before parents: what was summed above stands on this report, so that one is given back first (R7, R9). Above is
 * who was above on the reporting day: that report counts the unit's people, wherever the unit went since.
 */
async function parentRefusal(tx: StoreReads, caller: Caller, key: ReportKey): Promise<AnyRefusal | undefined> {
  const parent = parentThen(await tx.organisation.unitsOn(key.on), caller, key.unitId);
  if (!parent) return undefined;
  const state = reportStateOf((await tx.reports.submissions({ ...key, unitId: parent.id }))[0]);
  if (state !== "submitted" && state !== "accepted") return undefined;
  return { code: "report-parent-frozen", unit: parent.name, state };
}

/**
 * One that was closed since gives nothing back any more, and what it handed in stays as it is: then whoever stood above it holds
 * the numbers, and can give them back.
 */
function parentThen(then: readonly Unit[], { organisation }: Caller, unitId: UnitId): Unit | undefined {
  const byId = new Map(then.map((unit) => [unit.id, unit]));
  const above = (id: UnitId): Unit | undefined => byId.get(byId.get(id)?.parentId ?? id);
  let parent = above(unitId);
  for (let below = unitId; parent && !organisation.units.has(parent.id); parent = above(below)) {
    if (parent.id === below) return undefined;
    below = parent.id;
  }
  return parent?.id === unitId ? undefined : parent;
}

/** What is sent back, or opened again, says why in so many words that somebody can act on it. */
function reasonRefusal(judgement: Judgement): AnyRefusal | undefined {
  return judgement.act === "return" || judgement.act === "unlock" ? checkReason(judgement.reason) : undefined;
}

async function remarkRefusal(
  { reportSets }: Pick<Services, "reportSets">,
  { setId, on }: ReportKey,
  remarks: readonly Remark[],
): Promise<AnyRefusal | undefined> {
  const set = await openSet(reportSets, setId, periodUntil(on));
  if (!set.ok) return set.refusal;
  const cells = enterableCells(set.value);
  const strange = remarks.find(({ cell }) => cell !== "" && !cells.has(cell));
  return strange && { code: "report-cell-unknown", given: strange.cell };
}

interface Told {
  readonly caller: Caller;
  readonly judging: Judging;
  readonly before: SubmissionRecord | undefined;
  readonly next: SubmissionRecord;
}

/** Remarks, the other side's notice, and the log. */
async function tell(tx: StoreWrites, services: Services, told: Told): Promise<void> {
  const { caller, judging, before, next } = told;
  const { key, judgement, remarks = [] } = judging;
  const { at, who } = caller;
  const record = reportRecord(key);
  const id = () => services.random.id("rmk");
  await tx.reports.addRemarks(remarks.map((remark) => ({ id: id(), submissionId: next.id, ...remark, who, at })));
  await tx.procedures.addUnitNotices(noticesOf(services, caller, judging));
  const reason = judgement.act === "print" ? "" : judgement.reason;
  const noted = remarks.map(({ cell, text }) => ({ field: `remark.${cell}`, old: null, new: text }));
  const fields = [changed(before, next, judgement), ...noted];
  tx.record(auditEntry(caller, { action: `report-${judgement.act}`, record, why: reason, fields }));
}

const NOTICES = {
  withdraw: "report-withdrawn",
  return: "report-returned",
  accept: "report-accepted",
  unlock: "report-unlocked",
} as const;

function noticesOf(services: Services, caller: Caller, { key, judgement }: Judging): readonly UnitNotice[] {
  const { act } = judgement;
  if (act === "print") return [];
  const to = act === "withdraw" ? parentOf(caller, key.unitId) : key.unitId;
  const about = caller.organisation.units.get(key.unitId)?.name ?? "";
  const told = { kind: NOTICES[act], record: reportRecord(key), about, reason: judgement.reason };
  return noticesTo(services, caller, { ...told, to: [to] });
}

function changed(before: SubmissionRecord | undefined, next: SubmissionRecord, { act }: Judgement) {
  if (act === "print") return { field: "printedOn", old: before?.printedOn ?? null, new: next.printedOn };
  return { field: "state", old: before?.state ?? null, new: next.state };
}
