import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, exportName, markedBook } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import { viewReport } from "../entry/view-report.ts";
import type { ReportServices } from "../report-services.ts";

export type OutputServices = ReportServices & Pick<Services, "workbooks" | "limits">;

export interface ReportOutput {
  readonly key: ReportKey;
  readonly reason: string;
}

/** The whole set as an .xlsx that works by itself and can come back filled in (W7); who took it and why is logged (A13, A15). */
export async function outputReport(
  services: OutputServices,
  caller: Caller,
  { key, reason }: ReportOutput,
): Promise<Result<OutputFile, AnyRefusal>> {
  const found = await viewReport(services, caller, key);
  if (!found.ok) return found;
  const view = found.value;
  const book = markedBook(reportBook(view, REPORT_WORDS_ZH, { forFile: true }), services.limits);
  const content = await services.workbooks.render(book);
  const sha256 = services.digest(content);
  const record = reportRecord(key);
  const filter = `${key.setId} ${key.on}`;
  const logged = { record, format: "xlsx", filter, records: view.tables.length, sha256, reason };
  await services.store.write(async (tx) => tx.record(exportEntry(caller, logged)));
  return ok({ fileName: exportName(`${book.title} ${key.on}`, caller, "xlsx"), mediaType: MEDIA_TYPES.xlsx, content });
}
