import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { SubmissionView } from "#core/protocol/report/reports.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { cellTitle } from "#core/report/definition/cell-title.ts";
import { enteredValues } from "#core/report/entry/standing-entries.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { printDay } from "./print-day.ts";

/** Where a report stands, what became of each handing-over, and what the records say otherwise since (R8). */
export async function viewSubmission(
  services: ReportServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<SubmissionView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<SubmissionView, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const history: SubmissionView["history"][number][] = [];
    for (const submission of await tx.reports.submissions(key))
      history.push(await historyOf(tx, submission, printUntilOf(standing, services)));
    return ok({ state: standing.state, history, changes: changesSince(standing) });
  });
}

function printUntilOf({ opened }: ReportStanding, { workingDays }: ReportServices): (accepted: Day) => Day {
  const { deadlines } = opened.compiled.set;
  const asked = { level: opened.scope.unit.kind, workingDays };
  return (from) => printDay(deadlines, { ...asked, from });
}

async function historyOf(
  tx: StoreReads,
  submission: SubmissionRecord,
  printUntilFrom: (accepted: Day) => Day,
): Promise<SubmissionView["history"][number]> {
  const { id, number, state, submittedAt, who, seenAt, decidedAt, decidedBy, decisionReason, printedOn } = submission;
  const printUntil = state === "accepted" && decidedAt !== null ? printUntilFrom(dayOf(decidedAt)) : null;
  const remarks = (await tx.reports.remarks(id)).map(({ cell, text, who: by, at }) => ({ cell, text, who: by, at }));
  return {
    id,
    number,
    state,
    submittedAt,
    who,
    seenAt,
    decidedAt,
    decidedBy,
    decisionReason,
    printedOn,
    printUntil,
    remarks,
  };
}

/** What was handed over stands still; the records and, after a return, the cells do not. */
export function changesSince({
  opened,
  submission,
  entries,
  lastYear,
  cells,
}: ReportStanding): SubmissionView["changes"] {
  if (!submission) return [];
  const { compiled, generated } = opened;
  const readLast = (table: number, cell: string) => lastYear.values.get(`${table}!${cell}`) ?? null;
  const now = completeValues(compiled, { generated, entered: enteredValues(entries), lastYear: readLast });
  return [...cells].flatMap(
    ([
      cell,
      {
        table,
        compiled: { cell: name },
      },
    ]) => {
      const [before, after] = [submission.values[cell] ?? 0, now.get(cell) ?? 0];
      return before === after ? [] : [{ cell, title: cellTitle(table, name), submitted: before, now: after }];
    },
  );
}
