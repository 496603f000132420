import { enterableCells, type EnterableCell } from "#core/report/entry/enterable-cells.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import {
  enteredValues,
  manualEmpty,
  standingEntries,
  standingOverrides,
  type StandingOverride,
} from "#core/report/entry/standing-entries.ts";
import { stoodFindings, type ExplainingGiven, type StoodFinding } from "#core/report/explaining/stood-findings.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import type { ReportState } from "#core/sheet/report/report-view.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { keptFindings } from "../numbers/kept-findings.ts";
import { keptValues } from "../numbers/kept-values.ts";
import type { OpenedReport } from "../numbers/open-report.ts";
import { lastYearOf, reportOfYear, yearOf, type EarlierYear } from "./opening/last-year.ts";

/** A report as it stands: what is counted and what was entered, checked, with what was said to the findings. */
export interface ReportStanding {
  readonly opened: OpenedReport;
  readonly state: ReportState;
  /** The latest one. */
  readonly submission: SubmissionRecord | null;
  /** The latest one of the year's report: of a rehearsal that of the report it rehearses, else the same. */
  readonly yearsLatest: SubmissionRecord | null;
  readonly cells: ReadonlyMap<string, EnterableCell>;
  /** By "2!C4"; those taken back are among them, with value null. */
  readonly entries: ReadonlyMap<string, ReportEntry>;
  /** Of this report's own entries, by cell; what a rehearsal sees of the report's has none. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Complete, by "2!C4"; of a submitted or accepted report those that were submitted (R8). */
  readonly values: ReadonlyMap<string, number>;
  readonly lastYear: EarlierYear;
  readonly overrides: readonly StandingOverride[];
  readonly manualEmpty: readonly string[];
  readonly findings: readonly StoodFinding[];
}

/** Everything that is known of a report, in the transaction it was opened in. */
export async function reportStanding(tx: StoreReads, opened: OpenedReport): Promise<ReportStanding> {
  const { key, compiled, generated } = opened;
  const cells = enterableCells(compiled);
  const submission = (await tx.reports.submissions(key))[0] ?? null;
  const state = reportStateOf(submission ?? undefined);
  const own = await tx.reports.entries(key);
  const { behind, yearsLatest } = opened.rehearsal
    ? await rehearsedIn(tx, opened)
    : { behind: [], yearsLatest: submission };
  const entries = standingEntries({ own, behind }, cells);
  const lastYear = await lastYearOf(tx, key, compiled.set);
  const frozen = isFrozen(state) && submission ? new Map(Object.entries(submission.values)) : null;
  const entered = enteredValues(entries);
  const values = frozen ?? keptValues({ compiled, generated, entered, lastYear: lastYear.values });
  const found = keptFindings(opened, { values, lastYear: lastYear.values });
  return {
    ...{ opened, state, submission, yearsLatest, cells, entries, values, lastYear },
    revisions: new Map(own.map(({ cell, revision }) => [cell, revision])),
    // What was submitted stands still: nothing in it gets stale.
    overrides: standingOverrides(entries, frozen ? saidThen(entries) : generated),
    manualEmpty: manualEmpty(entries, cells),
    findings: stoodFindings(found, await explainingOf(tx, opened)),
  };
}

/** What stands in the report of the year that a rehearsal stands before, and what became of it. */
async function rehearsedIn(
  tx: StoreReads,
  { key, compiled }: OpenedReport,
): Promise<Pick<ReportStanding, "yearsLatest"> & { readonly behind: readonly ReportEntry[] }> {
  const rehearsed = reportOfYear(key, compiled.set, yearOf(key));
  const [yearsLatest = null] = await tx.reports.submissions(rehearsed);
  return { behind: await tx.reports.entries(rehearsed), yearsLatest };
}

function saidThen(entries: ReadonlyMap<string, ReportEntry>): ReadonlyMap<string, number> {
  return new Map([...entries].map(([cell, { generated }]) => [cell, Number(generated ?? 0)]));
}

/** What was said to a report's findings, and what its superior allows. */
export async function explainingOf(
  tx: StoreReads,
  { key, compiled, rehearsal }: OpenedReport,
): Promise<ExplainingGiven> {
  const year = yearOf(key);
  const ofYear = async (one: number) => await tx.reports.explanations(reportOfYear(key, compiled.set, one));
  const own = await tx.reports.explanations(key);
  const behind = rehearsal ? await ofYear(year) : [];
  const exemptions = await tx.reports.exemptions({ setId: key.setId, units: [key.unitId], year });
  return {
    explanations: [...behind, ...own],
    lastYears: await ofYear(year - 1),
    exempt: new Set(exemptions.map(({ check }) => check)),
  };
}
