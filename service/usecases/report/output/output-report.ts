import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import { viewReport } from "../entry/view-report.ts";
import { writeReportBook, type OutputServices } from "./write-report-book.ts";

export interface ReportOutput {
  readonly key: ReportKey;
  readonly reason: string;
}

/** The whole set as an .xlsx that works by itself and can come back filled in (W7). */
export async function outputReport(
  services: OutputServices,
  caller: Caller,
  { key, reason }: ReportOutput,
): Promise<Result<OutputFile, AnyRefusal>> {
  const found = await viewReport(services, caller, key);
  if (!found.ok) return found;
  const book = reportBook(found.value, REPORT_WORDS_ZH, { forFile: true });
  const out = { key, book, filter: `${key.setId} ${key.on}`, records: found.value.tables.length, reason };
  return ok(await writeReportBook(services, caller, out));
}
