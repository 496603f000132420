import { dayOf, shownTime } from "#core/kernel/instant.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { AuditEntry } from "#service/ports/audit.ts";
import type { ExportStamp } from "#service/ports/documents.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Limits } from "#service/usecases/services.ts";
import { actingUnitOf } from "../window/window-access.ts";

/** Unit, account and time of whoever takes something out (A13). */
export function exportStamp(caller: Caller, { secrecyMark }: Limits): ExportStamp {
  const unitId = actingUnitOf(caller);
  const unit = unitId === null ? "" : (caller.organisation.units.get(unitId)?.name ?? "");
  return { unit, account: maskPhone(caller.account.name), at: shownTime(caller.at), secrecyMark };
}

/** The secrecy mark in front of each sheet's printed header, where one is set (A13). */
export function markedBook(book: SheetBook, { secrecyMark }: Limits): SheetBook {
  if (secrecyMark === null) return book;
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    print: { ...sheet.print, header: `${secrecyMark}　${sheet.print.header}` },
  }));
  return { ...book, sheets };
}

export interface ExportFacts {
  readonly record: string;
  readonly format: string;
  /** What was asked for, as text. */
  readonly filter: string;
  readonly records: number;
  readonly sha256: string;
  readonly reason: string;
}

/** Every export is logged with filter, number of records and the file's hash (A13, A15). */
export function exportEntry(
  caller: Caller,
  { record, format, filter, records, sha256, reason }: ExportFacts,
): AuditEntry {
  const facts = { format, filter, records: String(records), sha256 };
  const fields = Object.entries(facts).map(([field, value]) => ({ field, old: null, new: value }));
  return auditEntry(caller, { action: "export", record, why: reason, fields });
}

/** "机关党总支台账-2026-06-01.xlsx", safe on any system. */
export function exportName(title: string, caller: Caller, extension: string): string {
  return `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}-${dayOf(caller.at)}.${extension}`;
}
