import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";

/** Signs out, here or on another desk (A3): only one's own sessions; another's id is as unknown as one that never was. */
export async function endSession(
  { store }: Pick<Services, "store">,
  { caller, sessionId }: { readonly caller: Caller; readonly sessionId: string },
): Promise<Result<null, AccessRefusal>> {
  return store.write(async (tx) => {
    const sessions = await tx.accounts.sessionsOf(caller.account.id);
    const session = sessions.find(({ id }) => id === sessionId);
    if (!session) return refuse({ code: "not-found" });
    await tx.accounts.endSession(session.tokenHash);
    tx.record(auditEntry(caller, { action: "sign-out", record: `account:${caller.account.id}` }));
    return ok(null);
  });
}
