import { ok, type Result } from "#core/kernel/result.ts";
import type { StandingQuery } from "#core/protocol/standings.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { standingBook } from "#core/sheet/standing/standing-book.ts";
import { STANDING_WORDS_ZH } from "#core/sheet/standing/standing-words.ts";
import type { Caller } from "../caller.ts";
import { exportEntry, exportName, exportStamp, markedBook } from "../ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "../ledger/exchange/output-ledger.ts";
import type { Services } from "../services.ts";
import { viewStanding } from "./view-standing.ts";

export interface StandingOutput {
  readonly query: StandingQuery;
  readonly format: "xlsx" | "docx";
  readonly reason: string;
}

type OutputServices = Pick<Services, "store" | "workbooks" | "documents" | "digest" | "limits">;

/** A standing as a file (L18), as much of it as the caller may see. */
export async function outputStanding(
  services: OutputServices,
  caller: Caller,
  { query, format, reason }: StandingOutput,
): Promise<Result<OutputFile, AnyRefusal>> {
  const { store, workbooks, documents, digest, limits } = services;
  const standing = await viewStanding(services, caller, query);
  if (!standing.ok) return standing;
  const book = markedBook(standingBook(standing.value.sheet, STANDING_WORDS_ZH), limits);
  const stamp = exportStamp(caller, limits);
  const content =
    format === "xlsx" ? await workbooks.render(book) : await documents.renderWord(book, { stamp, pictures: [] });
  const { subject } = standing.value.sheet;
  const facts = { format, filter: subject, records: standing.value.rows.length, sha256: digest(content), reason };
  await store.write(async (tx) =>
    tx.record(exportEntry(caller, { record: `standing:${subject.replaceAll(" ", "/")}`, ...facts })),
  );
  return ok({ fileName: exportName(book.title, caller, format), mediaType: MEDIA_TYPES[format], content });
}
