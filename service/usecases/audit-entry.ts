import type { AuditEntry } from "#service/ports/audit.ts";
import type { Caller } from "./caller.ts";

export type AuditFacts = Pick<AuditEntry, "action" | "record"> &
  Partial<Pick<AuditEntry, "outcome" | "why" | "fields">>;

/** What the caller did, as the chain keeps it (A15); "done" without fields unless said otherwise. */
export function auditEntry(caller: Caller, facts: AuditFacts): AuditEntry {
  const { at, from, account } = caller;
  return { at, accountId: account.id, from, outcome: "done", why: "", fields: [], ...facts };
}
