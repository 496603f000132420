import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Services } from "../services.ts";
import { normaliseAccountName } from "./account-name.ts";
import { accountLockKey } from "./session/lockout.ts";
import { makeOneTimeSecret, slipOf } from "./requests/one-time-secret.ts";

export interface TopReset {
  readonly accountName: string;
  readonly reason: string;
}

/**
 * A forgotten password at the very top (A0): the root's accounts and the three duties have no maker in the service, so they
 * are reset where they were made, on the command line. Everybody else goes to his maker (A4) and gets `not-found` here.
 */
export async function resetTopAccount(
  services: Pick<Services, "store" | "clock" | "random" | "hasher" | "policy">,
  { accountName, reason }: TopReset,
): Promise<Result<AccountSlip, AccessRefusal>> {
  const at = services.clock.now();
  const secret = await makeOneTimeSecret(services, at);
  return services.store.write(async (tx) => {
    const found = await tx.accounts.byName(normaliseAccountName(accountName));
    if (!found || !(await isTop(tx, found, dayOf(at)))) return refuse({ code: "not-found" });
    const account = { ...found, ...secret.kept, generation: found.generation + 1 };
    await tx.accounts.saveAccounts([account]);
    await tx.accounts.clearLockout(accountLockKey(account.name));
    const fields = [{ field: "password", old: null, new: null, sensitive: true } as const];
    const base = { at, accountId: null, from: "cli", action: "reset-account", record: `account:${account.id}` };
    tx.record({ ...base, outcome: "done", why: reason, fields });
    return ok(slipOf(account, secret, ""));
  });
}

async function isTop(tx: StoreWrites, account: AccountRecord, today: ReturnType<typeof dayOf>): Promise<boolean> {
  if (account.kind === "duty") return true;
  const root = (await tx.organisation.units()).find((unit) => unit.parentId === null);
  if (!root) return false;
  if (account.kind === "unit") return account.unitId === root.id;
  const posts = await tx.organisation.posts(today);
  return posts.some((post) => post.personId === account.personId && post.unitId === root.id && post.kind !== "member");
}
