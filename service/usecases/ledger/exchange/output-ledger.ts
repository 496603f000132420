/** A ledger as a file (L18): workbook, Word with its pictures, or all evidence as a ZIP; what the caller sees and no more. */
import type { LedgerId } from "#core/kernel/ids.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { ledgerRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { openLedger } from "../open-ledger.ts";
import { evidencePack } from "./evidence-pack.ts";
import { exportEntry, exportName, exportStamp, markedBook } from "./export-stamp.ts";
import { evidencePictures } from "./evidence-pictures.ts";

export type LedgerFormat = "xlsx" | "docx" | "zip";

export interface LedgerOutput {
  readonly ledgerId: LedgerId;
  readonly format: LedgerFormat;
  readonly reason: string;
}

export interface OutputFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
}

type OutputServices = Pick<Services, "store" | "files" | "workbooks" | "documents" | "digest" | "limits">;

export const MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip",
} as const;

export async function outputLedger(
  services: OutputServices,
  caller: Caller,
  output: LedgerOutput,
): Promise<Result<OutputFile, AnyRefusal>> {
  const opened = await openLedger(services, caller, output.ledgerId);
  if (!opened.ok) return opened;
  const view = opened.value;
  const { content, sha256, records } = await contentOf(services, caller, { view, format: output.format });
  const { ledgerId, format, reason } = output;
  const facts = { record: ledgerRecord(ledgerId), format, filter: `ledger ${ledgerId}`, records, sha256, reason };
  await services.store.write(async (tx) => tx.record(exportEntry(caller, facts)));
  return ok({ fileName: exportName(view.name.text, caller, format), mediaType: MEDIA_TYPES[format], content });
}

/** What the command line asks for: the workbook that comes back through `importLedgerWorkbook`. */
export async function exportLedgerWorkbook(
  services: OutputServices,
  caller: Caller,
  { ledgerId, reason }: { readonly ledgerId: LedgerId; readonly reason: string },
): Promise<Result<OutputFile, AnyRefusal>> {
  return await outputLedger(services, caller, { ledgerId, reason, format: "xlsx" });
}

interface Asked {
  readonly view: LedgerView;
  readonly format: LedgerFormat;
}

interface Content {
  readonly content: OutputFile["content"];
  readonly sha256: string;
  readonly records: number;
}

async function contentOf(services: OutputServices, caller: Caller, { view, format }: Asked): Promise<Content> {
  const { workbooks, documents, digest, limits } = services;
  if (format === "zip") return await evidencePack(services, caller, view);
  const book = markedBook(ledgerBook(view, LEDGER_WORDS_ZH), limits);
  const content =
    format === "xlsx"
      ? await workbooks.render(book)
      : await documents.renderWord(book, {
          stamp: exportStamp(caller, limits),
          pictures: await evidencePictures(services, view),
        });
  return { content, sha256: digest(content), records: view.items.length };
}
