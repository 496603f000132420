import { groupBy } from "#core/kernel/group-by.ts";
import { refuse, type Result } from "#core/kernel/result.ts";
import type { PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { parseReportRecord } from "#core/report/key/report-key.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { answerOnce, type PushDone, type PushOrder } from "#service/usecases/push/answer-once.ts";
import { outcomesOf, type EditResult } from "#service/usecases/push/outcomes-of.ts";
import { auditRefused } from "#service/usecases/record/push/audit-refused.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { judgeEdits, type IndexedEdit, type JudgedEdit } from "./judge-edits.ts";
import { refusalForReport } from "./report-access.ts";
import { writeEntries } from "./write-entries.ts";

/** In one push: an officer types into one of them at a time, and each may be of a form that is to be counted first. */
const MOST_REPORTS = 8;
const TOO_MANY_REPORTS: AnyRefusal = {
  code: "bad-request",
  problems: [{ path: "edits", message: `Too many: expected edits of at most ${MOST_REPORTS} reports` }],
};

/** What officers typed into reports (R3): each edit on its own, all of them in one transaction, sent twice written once. */
export async function pushReportEdits(
  services: ReportServices,
  caller: Caller,
  request: PushRequest,
): Promise<Result<PushAnswer, AnyRefusal>> {
  const reports = reportsOf(request.edits);
  if (reports.length > MOST_REPORTS) return refuse(TOO_MANY_REPORTS);
  // Nothing is counted for edits that are refused anyway.
  for (const { key } of reports)
    if (!refusalForReport(caller, key.unitId, "edit")) await prepareForm(services, { caller, key });
  return await services.store.write((tx) => pushReportsInTransaction(tx, services, { caller, request }));
}

/** For what pushes as part of something else: a workbook that comes back. */
export async function pushReportsInTransaction(
  tx: StoreWrites,
  services: ReportServices,
  order: PushOrder,
): Promise<Result<PushAnswer, AnyRefusal>> {
  const { caller, request } = order;
  const { edits } = request;
  return await answerOnce(tx, { digest: services.digest, order }, () => pushOnce(tx, services, { caller, edits }));
}

interface Pushing {
  readonly caller: Caller;
  readonly edits: readonly PushEdit[];
}

async function pushOnce(tx: StoreWrites, services: ReportServices, { caller, edits }: Pushing): Promise<PushDone> {
  const results = new Map<number, EditResult>();
  const reports = reportsOf(edits);
  for (const { key } of reports) await tx.reports.hold(key);
  // All are judged before anything is written: what is counted for one of them is kept for others.
  const judged = [];
  for (const report of reports)
    judged.push({ ...report, edits: await judgeEdits(tx, services, { caller, ...report }) });
  for (const { key, edits: own } of judged) {
    const writes = own.flatMap(({ judged: one }) => (one.kind === "write" ? [one] : []));
    const written = await writeEntries(tx, { caller, key, writes });
    for (const one of own) results.set(one.index, resultOf(one, written));
  }
  const inOrder = edits.map((_, index) => results.get(index) ?? NOT_FOUND);
  for (const entry of auditRefused(caller, edits, inOrder)) tx.record(entry);
  return { wrote: inOrder.some(({ kind }) => kind === "accepted"), outcomes: await outcomesOf(tx, inOrder) };
}

const NOT_FOUND: EditResult = { kind: "refused", refusal: { code: "not-found" } };
const CHANGED_MEANWHILE: EditResult = { kind: "refused", refusal: { code: "changed-meanwhile" } };

/** By their names, so that two pushes over the same reports do not wait for each other in a ring; what names no report is left out. */
function reportsOf(edits: readonly PushEdit[]) {
  const indexed = edits.map((edit, index): IndexedEdit => ({ index, edit }));
  const byRecord = [...groupBy(indexed, ({ edit }) => edit.record)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byRecord.flatMap(([record, own]) => {
    const key = parseReportRecord(record);
    return key ? [{ key, edits: own }] : [];
  });
}

function resultOf({ edit: { record, field }, judged }: JudgedEdit, written: ReadonlySet<string>): EditResult {
  if (judged.kind === "conflict") return { ...judged, change: { record, field } };
  if (judged.kind !== "write") return judged;
  return written.has(field) ? { kind: "accepted", revision: judged.entry.revision } : CHANGED_MEANWHILE;
}
