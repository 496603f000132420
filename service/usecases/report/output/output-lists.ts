import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { compareBook } from "#core/sheet/report/lists/compare-book.ts";
import { findingsBook } from "#core/sheet/report/lists/findings-book.ts";
import { REPORT_LIST_WORDS_ZH } from "#core/sheet/report/lists/list-words.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import { compareReport } from "../entry/compare-report.ts";
import { viewReport } from "../entry/view-report.ts";
import type { ReportOutput } from "./output-report.ts";
import { writeReportBook, type OutputServices } from "./write-report-book.ts";

type Output = Promise<Result<OutputFile, AnyRefusal>>;

/** What the checks find, as a list to hand round (R4). */
export async function outputFindings(services: OutputServices, caller: Caller, { key, reason }: ReportOutput): Output {
  const found = await viewReport(services, caller, key);
  if (!found.ok) return found;
  const { findings } = found.value;
  const book = findingsBook(findings, found.value, { report: REPORT_WORDS_ZH, lists: REPORT_LIST_WORDS_ZH });
  const out = { key, book, filter: "findings", records: findings.length, reason };
  return ok(await writeReportBook(services, caller, out));
}

/** The report beside an earlier year, to work on (R6). */
export async function outputComparison(
  services: OutputServices,
  caller: Caller,
  { key, reason, year }: ReportOutput & { readonly year: number },
): Output {
  const compared = await compareReport(services, caller, { key, year });
  if (!compared.ok) return compared;
  const found = await viewReport(services, caller, key);
  if (!found.ok) return found;
  const book = compareBook(compared.value, found.value, REPORT_LIST_WORDS_ZH);
  const out = { key, book, filter: `compare ${year}`, records: compared.value.rows.length, reason };
  return ok(await writeReportBook(services, caller, out));
}
