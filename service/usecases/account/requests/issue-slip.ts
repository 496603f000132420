import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { toId, type AccountId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { postsInForce } from "../session/actor-of.ts";
import { unitNameOf } from "../administer-account.ts";
import { arePostsWithin } from "./future-holder.ts";
import { keptRequestOf } from "./kept-request.ts";
import { isVisible } from "./list-requests.ts";
import { makeOneTimeSecret, slipOf } from "./one-time-secret.ts";

const NOT_HIS: AccessRefusal = { code: "forbidden", action: "issue-slip" };

/** The slip of an approved application: once, and only to who asked for the account (A2, A4). A lost slip takes a reset. */
export async function issueSlip(
  services: Pick<Services, "store" | "random" | "hasher" | "policy">,
  { caller, requestId }: { readonly caller: Caller; readonly requestId: string },
): Promise<Result<AccountSlip, AccessRefusal>> {
  const secret = await makeOneTimeSecret(services, caller.at);
  return services.store.write(async (tx) => {
    const record = await tx.accounts.request(requestId);
    if (!record || !(await isVisible(tx, caller, record))) return refuse({ code: "not-found" });
    if (record.requestedBy !== caller.account.id) return refuse(NOT_HIS);
    const kept = keptRequestOf(record);
    const found = await tx.accounts.byId(toId<AccountId>(kept.accountId ?? ""));
    if (record.state !== "approved" || kept.slip !== "due" || !found) return refuse({ code: "already-decided" });
    const posts = found.personId === null ? [] : postsInForce(caller.organisation, found.personId);
    if (!arePostsWithin(caller.organisation, toId<UnitId>(kept.requestingUnitId), posts)) return refuse(NOT_HIS);
    const account = { ...found, ...secret.kept, generation: found.generation + 1 };
    await tx.accounts.saveAccounts([account]);
    await tx.accounts.saveRequest({ ...record, content: JSON.stringify({ ...kept, slip: "shown" }) });
    const fields = [{ field: "password", old: null, new: null, sensitive: true } as const];
    tx.record(auditEntry(caller, { action: "issue-slip", record: `account:${account.id}`, fields }));
    return ok(slipOf(account, secret, unitNameOf(account, caller.organisation)));
  });
}
