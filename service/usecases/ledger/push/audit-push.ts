import { groupBy } from "#core/kernel/group-by.ts";
import type { AuditEntry, AuditField } from "#service/ports/audit.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { DecidedEdit } from "./decide-edits.ts";
import { isWrite } from "./decided-edit.ts";

/** Per ledger one entry for what was done and one for what was refused, each listing its fields (A15). */
export function auditPush(caller: Caller, decided: readonly DecidedEdit[]): readonly AuditEntry[] {
  const byLedger = groupBy(decided, ({ edit }) => edit.record.split("/", 1)[0] ?? "");
  return [...byLedger].flatMap(([record, edits]) => {
    const done = edits.filter(({ decision }) => isWrite(decision));
    const refused = edits.filter(({ decision }) => decision.kind === "refused");
    return [
      ...(done.length === 0 ? [] : [doneEntry(caller, record, done)]),
      ...(refused.length === 0 ? [] : [refusedEntry(caller, record, refused)]),
    ];
  });
}

function doneEntry(caller: Caller, record: string, done: readonly DecidedEdit[]): AuditEntry {
  const fields = done.flatMap(({ edit, decision }): readonly AuditField[] =>
    isWrite(decision) ? [{ field: fieldOf(edit), old: decision.old, new: decision.value }] : [],
  );
  const reasons = new Set(
    done.flatMap(({ decision }) => (isWrite(decision) && decision.reason !== "" ? [decision.reason] : [])),
  );
  return auditEntry(caller, { action: "push", record, fields, why: [...reasons].join("\n") });
}

function refusedEntry(caller: Caller, record: string, refused: readonly DecidedEdit[]): AuditEntry {
  const fields = refused.map(({ edit }): AuditField => ({
    field: fieldOf(edit),
    old: null,
    new: edit.value === null ? null : String(edit.value),
  }));
  const codes = new Set(
    refused.flatMap(({ decision }) => (decision.kind === "refused" ? [decision.refusal.code] : [])),
  );
  return auditEntry(caller, { action: "push", record, outcome: "refused", fields, why: [...codes].join(" ") });
}

function fieldOf({ record, field }: DecidedEdit["edit"]): string {
  const [, item] = record.split("/");
  return item === undefined ? field : `${item}.${field}`;
}
