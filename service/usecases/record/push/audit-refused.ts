import { groupBy } from "#core/kernel/group-by.ts";
import type { PushEdit } from "#core/protocol/push.ts";
import type { AuditEntry } from "#service/ports/audit.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { EditResult } from "#service/usecases/push/outcomes-of.ts";

/** One entry per record of which something was refused (A15): the fields and the codes, never a value that was typed (A12). */
export function auditRefused(
  caller: Caller,
  edits: readonly PushEdit[],
  results: readonly EditResult[],
): readonly AuditEntry[] {
  const refused = edits.flatMap((edit, index) => {
    const result = results[index];
    return result?.kind === "refused" ? [{ edit, code: result.refusal.code }] : [];
  });
  return [...groupBy(refused, ({ edit }) => edit.record)].map(([record, ofRecord]) =>
    auditEntry(caller, {
      action: "edit",
      record,
      outcome: "refused",
      fields: ofRecord.map(({ edit }) => ({ field: edit.field, old: null, new: null })),
      why: [...new Set(ofRecord.map(({ code }) => code))].join(" "),
    }),
  );
}
