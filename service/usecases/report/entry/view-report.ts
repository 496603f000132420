import { reportSubject } from "#core/access/decide-report.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { lastYearCells } from "#core/report/comparing/last-year-cells.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { handsIn } from "#core/report/submission/reporting-units.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { reportDue } from "../submission/report-due.ts";
import type { Reporter } from "../tracing/frozen-bytes.ts";
import { reporterOf } from "../tracing/reporter-of.ts";
import { findingViewOf } from "./finding-view-of.ts";
import { markSeen } from "./mark-seen.ts";
import { reportRights } from "./report-rights.ts";
import { reportStanding, type ReportStanding } from "./report-standing.ts";
import { reportTables } from "./report-tables.ts";

/** A set as its sheets are drawn from it; a superior's looking at what was submitted is noted (R8). */
export async function viewReport(
  services: ReportServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<ReportView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  const read = await services.store.read(async (tx) => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    return ok({ standing, view: await reportViewOf(tx, services, { caller, standing }) });
  });
  if (!read.ok) return read;
  await markSeen(services, caller, read.value.standing);
  return ok(read.value.view);
}

export async function reportViewOf(
  tx: StoreReads,
  services: Pick<ReportServices, "workingDays" | "frozenReports" | "packing">,
  { caller, standing }: { readonly caller: Caller; readonly standing: ReportStanding },
): Promise<ReportView> {
  const { opened, state, submission, lastYear } = standing;
  const { key, compiled, scope } = opened;
  const { workingDays } = services;
  const read = lastYearCells(compiled);
  const reporter = await reporterOf(tx, services, { caller, opened, submission });
  const remarks = submission ? await tx.reports.remarks(submission.id) : [];
  return {
    issue: await issueOf(tx, caller, standing),
    ask: { setId: key.setId, unitId: key.unitId, on: key.on },
    title: compiled.set.title,
    unitName: reporter.unitName,
    unitCode: reporter.unitCode,
    ...(!handsIn(scope.unit) && { countsAbove: true as const }),
    period: { from: opened.period.from, until: opened.period.until },
    state,
    ...(submission && { submission: submission.number }),
    ...(submission?.state === "returned" && { returnedWhy: submission.decisionReason }),
    rehearsal: opened.rehearsal,
    deadlines: reportDue(standing, { workingDays, today: dayOf(caller.at) }),
    may: await reportRights(tx, caller, standing),
    furniture: furnitureOf(caller, standing, reporter),
    tables: reportTables(standing, remarks),
    checks: compiled.set.checks,
    findings: standing.findings.map(findingViewOf),
    lastYear: Object.fromEntries([...lastYear.values].filter(([cell]) => read.has(cell))),
  };
}

/** What a report was made from and for whom (A13, W7). */
async function issueOf(tx: StoreReads, caller: Caller, { opened }: ReportStanding): Promise<ReportView["issue"]> {
  return {
    service: await tx.organisation.serviceId(),
    definition: opened.definition,
    change: opened.change,
    issuedAt: caller.at,
    issuedTo: maskPhone(caller.account.name),
  };
}

/** The organisation that has the tables made, the unit's secretary, and whoever handed it in or filled it last. */
function furnitureOf(
  { actor, organisation, who }: Caller,
  { opened, state, submission, entries }: ReportStanding,
  { maker, head }: Reporter,
): ReportView["furniture"] {
  const [last] = [...entries.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  // Where nobody has typed yet it will be whoever does, and that is the unit's own: who looks in from above is not.
  const isOwn = reportSubject(actor, organisation, opened.key.unitId).standing === "own";
  const clerk = last?.who ?? (isOwn ? who : "");
  if (!isFrozen(state) || !submission) return { maker, head, clerk, reportedOn: null };
  return { maker, head, clerk: submission.who, reportedOn: dayOf(submission.submittedAt) };
}
