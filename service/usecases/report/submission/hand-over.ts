import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Gate } from "#core/report/gate/gate.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { nextSubmission } from "#core/report/submission/decide-submission.ts";
import { handsIn } from "#core/report/submission/reporting-units.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { noticesTo, parentOf } from "#service/usecases/procedure/unit/units-of-procedures.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { submitRefusal } from "../entry/stands-in.ts";
import { openReport, type OpenedReport } from "../numbers/open-report.ts";
import { freezeReport } from "../tracing/freeze-report.ts";
import { childrenFact, holdChildren } from "./children-before.ts";
import { reportGate } from "./report-gate.ts";
import type { SubmissionServices } from "./submission-services.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";

export interface HandOver {
  readonly key: ReportKey;
  /** Of this handing-over: sent twice it is done once. */
  readonly pushKey: string;
}

type Done = Result<null, AnyRefusal>;

/**
 * Hands a report to the superior (R8): gate, numbers, the people behind them and the change number are of one moment. The gate is
 * asked before the transaction that writes, too: what takes long is then known already, unless somebody changes something meanwhile.
 */
export async function handOver(
  services: SubmissionServices,
  caller: Caller,
  { key, pushKey }: HandOver,
): Promise<Done> {
  const refusal = await services.store.read((tx) => submitRefusal(tx, caller, key.unitId));
  if (refusal) return refuse(refusal);
  await prepareForm(services, { caller, key });
  const before = await services.store.read((tx) => gated(tx, services, { caller, key }));
  if (!before.ok) return before;
  return await writeOrRollBack(services.store, async (tx): Promise<Done> => {
    await tx.reports.hold(key);
    const { account, at } = caller;
    const claim = await tx.pushes.claim(account.id, pushKey, services.digest(reportRecord(key)), at);
    if (claim.state === "other-body") return refuse({ code: "push-key-reused" });
    if (claim.state === "answered") return await stillStands(tx, key);
    const now = await gated(tx, services, { caller, key, known: before.value });
    if (!now.ok) return now;
    const handed = await write(tx, services, { caller, gated: now.value });
    if (handed.ok) await tx.pushes.answer(account.id, pushKey, "null");
    return handed;
  });
}

/** What was done with this key came back meanwhile: whoever sends it again must not hear that the report is handed over. */
async function stillStands(tx: StoreReads, key: ReportKey): Promise<Done> {
  const [latest] = await tx.reports.latestSubmissions([key.unitId], key);
  return nextSubmission(latest).ok ? refuse({ code: "changed-meanwhile" }) : ok(null);
}

interface Gated {
  readonly standing: ReportStanding;
  readonly gate: Gate;
  /** Of the log, before anything of it was read: the gate asks for more than what the numbers are counted from. */
  readonly head: number;
}

interface Asked {
  readonly caller: Caller;
  readonly key: ReportKey;
  /** Asked a moment ago: its gate holds while nothing was changed since. */
  readonly known?: Gated;
}

async function gated(
  tx: StoreReads,
  services: SubmissionServices,
  { caller, key, known }: Asked,
): Promise<Result<Gated, AnyRefusal>> {
  const { number: head } = await tx.audit.head();
  const opened = await openReport(tx, services, { caller, key });
  if (!opened.ok) return opened;
  const standing = await reportStanding(tx, opened.value);
  const gate = known?.head === head ? known.gate : await reportGate(tx, services, { caller, standing });
  return ok({ standing, gate, head });
}

interface ToWrite {
  readonly caller: Caller;
  readonly gated: Gated;
}

async function write(
  tx: StoreWrites,
  services: SubmissionServices,
  { caller, gated: { standing, gate } }: ToWrite,
): Promise<Done> {
  const { opened, submission } = standing;
  const { key, scope } = opened;
  const next = nextSubmission(submission ?? undefined);
  if (!next.ok) return next;
  const refusal = whyNot(caller, standing, gate) ?? (await childrenRefusal(tx, caller, opened));
  if (refusal) return refuse(refusal);
  const record = submissionOf(services, caller, { standing, number: next.value });
  // Freezing takes the people before it waits for the first time: the numbers are looked at in the same breath.
  const freezing = freezeReport(tx, services, { caller, opened });
  const isSame = isSteady(standing);
  const frozen = await freezing;
  if (!isSame) return refuse({ code: "busy" });
  if (!(await tx.reports.insertSubmission(record, frozen))) return refuse({ code: "changed-meanwhile" });
  const told = { kind: "report-submitted", record: reportRecord(key), about: scope.unit.name, reason: "" };
  await tx.procedures.addUnitNotices(noticesTo(services, caller, { ...told, to: [parentOf(caller, key.unitId)] }));
  const fields = [
    { field: "state", old: standing.state, new: "submitted" },
    { field: "number", old: null, new: String(record.number) },
  ];
  tx.record(auditEntry(caller, { action: "report-submit", record: reportRecord(key), fields }));
  return ok(null);
}

/** Held and asked for once more: a child that takes its report back at this moment waits, or came first. */
async function childrenRefusal(tx: StoreWrites, caller: Caller, opened: OpenedReport): Promise<AnyRefusal | undefined> {
  await holdChildren(tx, { caller, opened });
  const { open } = await childrenFact(tx, { caller, opened });
  return open.length === 0 ? undefined : { code: "report-not-ready", open: 1 };
}

function whyNot({ at }: Caller, { opened }: ReportStanding, { ready, lines }: Gate): AnyRefusal | undefined {
  const { rehearsal, key, scope, period } = opened;
  if (!handsIn(scope.unit)) return { code: "report-not-due-here", unit: scope.unit.name };
  if (rehearsal) return { code: "report-rehearsal", on: key.on };
  // In December one hands in for the end of the month; a year that has not begun has nothing to tell.
  if (dayOf(at) < period.from) return { code: "report-too-early", from: period.from };
  return ready ? undefined : { code: "report-not-ready", open: lines.filter(({ passed }) => !passed).length };
}

function submissionOf(
  services: SubmissionServices,
  { at, who, account }: Caller,
  { standing, number }: { readonly standing: ReportStanding; readonly number: number },
): SubmissionRecord {
  const { key, change, definition } = standing.opened;
  return {
    ...{ id: services.random.id("sub"), key, number, state: "submitted", submittedAt: at, accountId: account.id, who },
    ...{ change, definition, values: Object.fromEntries(standing.values), seenAt: null, decidedAt: null },
    ...{ decidedBy: "", decisionReason: "", printedOn: null as Day | null, revision: 1 },
  };
}

/** What is kept in memory is renewed by whoever asks: had it moved since it was counted, the people would not be those of the numbers. */
function isSteady({ opened: { kept, units, generated } }: ReportStanding): boolean {
  const now = kept.values(units);
  return [...generated].every(([cell, value]) => now.get(cell) === value);
}
