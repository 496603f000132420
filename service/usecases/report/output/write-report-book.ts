import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, exportName, markedBook } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import type { ReportServices } from "../report-services.ts";

export type OutputServices = ReportServices & Pick<Services, "workbooks" | "limits">;

export interface ReportBookOut {
  readonly key: ReportKey;
  readonly book: SheetBook;
  /** What of the report it is, for the log. */
  readonly filter: string;
  readonly records: number;
  readonly reason: string;
}

/** A book of a report as an .xlsx; who took it and why is logged (A13, A15). */
export async function writeReportBook(
  services: OutputServices,
  caller: Caller,
  { key, book, filter, records, reason }: ReportBookOut,
): Promise<OutputFile> {
  const content = await services.workbooks.render(markedBook(book, services.limits));
  const logged = { record: reportRecord(key), format: "xlsx", filter, records, reason } as const;
  const entry = exportEntry(caller, { ...logged, sha256: services.digest(content) });
  await services.store.write(async (tx) => tx.record(entry));
  return { fileName: exportName(`${book.title} ${key.on}`, caller, "xlsx"), mediaType: MEDIA_TYPES.xlsx, content };
}
