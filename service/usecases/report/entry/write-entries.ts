import type { JudgedEntry } from "#core/report/entry/judge-entry.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";

export type EntryWrite = Extract<JudgedEntry, { readonly kind: "write" }>;

interface WritesOfReport {
  readonly caller: Caller;
  readonly key: ReportKey;
  readonly writes: readonly EntryWrite[];
}

/** @returns the cells that were written, with their history (W9) and one line of the audit (A15). */
export async function writeEntries(
  tx: StoreWrites,
  { caller, key, writes }: WritesOfReport,
): Promise<ReadonlySet<string>> {
  if (writes.length === 0) return new Set();
  const by = { accountId: caller.account.id, who: caller.who, at: caller.at };
  const record = reportRecord(key);
  const written = await tx.reports.saveEntries(
    key,
    writes.map(({ entry }) => ({ ...entry, ...by })),
  );
  const done = writes.filter(({ entry }) => written.has(entry.cell));
  if (done.length === 0) return written;
  await tx.ledgers.addHistory(
    done.map(({ action, entry: { cell, revision, value, reason } }) => ({
      ...{ record, field: cell, revision, action, value, reason },
      ...by,
    })),
  );
  const fields = done.map(({ old, entry: { cell, value } }) => ({ field: cell, old, new: value }));
  const reasons = new Set(done.map(({ entry }) => entry.reason).filter((reason) => reason !== ""));
  tx.record(auditEntry(caller, { action: "edit", record, fields, why: [...reasons].join("\n") }));
  return written;
}
