import { toId, type AccountId } from "#core/kernel/ids.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AuditListed, AuditQuery, AuditVerdict } from "#core/protocol/audit.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoredAuditEntry } from "#service/ports/audit.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";

/** For the auditor (A16): who did what, with sensitive values left out and not only masked (A12). */
export async function readAudit(
  { store }: Pick<Services, "store">,
  { from, most, record, accountId }: AuditQuery,
): Promise<Result<readonly AuditListed[], AnyRefusal>> {
  return store.read(async (tx) => {
    const entries = await tx.audit.entries({
      most,
      ...(from === undefined ? {} : { from }),
      ...(record === undefined ? {} : { record }),
      ...(accountId === undefined ? {} : { accountId: toId<AccountId>(accountId) }),
    });
    const ids = [...new Set(entries.flatMap((entry) => entry.accountId ?? []))];
    const holders = new Map((await tx.accounts.byIds(ids)).map(({ id, holder }) => [id, holder]));
    return ok(entries.map((entry) => listed(entry, holders)));
  });
}

/** The verification is itself an entry, so that it shows how often somebody looked. */
export async function verifyAudit(
  { store }: Pick<Services, "store">,
  caller: Caller,
): Promise<Result<AuditVerdict, AnyRefusal>> {
  const verdict = await store.verifyChain();
  await store.write(async (tx) => {
    tx.record(auditEntry(caller, { action: "verify-audit", record: "audit", why: verdict.code }));
  });
  return ok(verdict);
}

function listed(entry: StoredAuditEntry, holders: ReadonlyMap<AccountId, string>): AuditListed {
  const { number, at, accountId, from, action, record, outcome, why, fields } = entry;
  return {
    ...{ number, at, accountId, from, action, record, outcome, why },
    holder: accountId === null ? "" : (holders.get(accountId) ?? ""),
    fields: fields.map((changed) =>
      changed.sensitive === true
        ? { field: changed.field, old: null, new: null, hidden: true }
        : { field: changed.field, old: changed.old, new: changed.new, hidden: false },
    ),
  };
}
