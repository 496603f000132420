import { standingOverrides } from "#core/report/entry/standing-entries.ts";
import type { GeneratedValues } from "#core/report/counting/tabulate.ts";
import { stoodFindings } from "#core/report/explaining/stood-findings.ts";
import type { WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { GateLine } from "#core/protocol/report/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { SupposedRecord } from "#service/usecases/record/check/supposed-people.ts";
import { explainingOf, type ReportStanding } from "../entry/report-standing.ts";
import { reportGate } from "../submission/report-gate.ts";
import type { SubmissionServices } from "../submission/submission-services.ts";
import type { MovedNumbers } from "./moved-numbers.ts";

export interface Supposition {
  readonly caller: Caller;
  readonly standing: ReportStanding;
  readonly supposed: SupposedRecord;
  readonly generated: GeneratedValues;
  readonly changes: MovedNumbers;
}

/** Where the report stands before and after, by the very conditions that its handing-over asks for (R7). */
export async function movedStandings(
  tx: StoreReads,
  services: SubmissionServices,
  { caller, standing, supposed, generated, changes }: Supposition,
): Promise<Pick<WhatIfView, "standings" | "ready">> {
  const after: ReportStanding = {
    ...standing,
    values: changes.values,
    overrides: standingOverrides(standing.entries, generated),
    findings: stoodFindings(changes.fails, await explainingOf(tx, standing.opened)),
  };
  const now = await reportGate(tx, services, { caller, standing });
  const then = await reportGate(tx, services, { caller, standing: after, supposed });
  const standings = now.lines.flatMap((line, at) => {
    const other = then.lines[at];
    const isSame = !other || (other.open === line.open && other.of === line.of && other.passed === line.passed);
    return isSame ? [] : [{ what: line.what, before: counted(line), after: counted(other) }];
  });
  return { standings, ready: { before: now.ready, after: then.ready } };
}

function counted({ passed, open, of }: GateLine): WhatIfView["standings"][number]["before"] {
  return { passed, open, of };
}
