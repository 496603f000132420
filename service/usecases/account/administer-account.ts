/** What the maker does to one account: a new one-time secret, an end to a lockout, a change of state (A2, A4, A5, A8). */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { administeredAccount } from "./administered-account.ts";
import { accountLockKey } from "./session/lockout.ts";
import { makeOneTimeSecret, slipOf } from "./requests/one-time-secret.ts";
import { postsInForce } from "./session/actor-of.ts";

export interface AdministerRequest {
  readonly caller: Caller;
  readonly accountId: string;
  readonly reason: string;
}

const SECRET_FIELD = { field: "password", old: null, new: null, sensitive: true } as const;

/** Forgotten password: the maker never sees or chooses one, he hands over a slip. Ends the sessions and a lockout. */
export async function resetAccount(
  services: Pick<Services, "store" | "random" | "hasher" | "policy">,
  { caller, accountId, reason }: AdministerRequest,
): Promise<Result<AccountSlip, AccessRefusal>> {
  const { store } = services;
  const asked = { accountId, action: "reset" } as const;
  const permitted = await store.read((tx) => administeredAccount(tx, caller, asked));
  if (!permitted.ok) return permitted;
  const secret = await makeOneTimeSecret(services, caller.at);
  return store.write(async (tx) => {
    const found = await administeredAccount(tx, caller, asked);
    if (!found.ok) return found;
    const account = { ...found.value, ...secret.kept, generation: found.value.generation + 1 };
    await tx.accounts.saveAccounts([account]);
    await tx.accounts.clearLockout(accountLockKey(account.name));
    tx.record(
      auditEntry(caller, {
        action: "reset-account",
        record: `account:${account.id}`,
        why: reason,
        fields: [SECRET_FIELD],
      }),
    );
    return ok(slipOf(account, secret, unitNameOf(account, caller.organisation)));
  });
}

export async function unlockAccount(
  { store }: Pick<Services, "store">,
  { caller, accountId, reason }: AdministerRequest,
): Promise<Result<null, AccessRefusal>> {
  return store.write(async (tx) => {
    const found = await administeredAccount(tx, caller, { accountId, action: "unlock" });
    if (!found.ok) return found;
    await tx.accounts.clearLockout(accountLockKey(found.value.name));
    tx.record(auditEntry(caller, { action: "unlock-account", record: `account:${accountId}`, why: reason }));
    return ok(null);
  });
}

export async function setAccountState(
  { store }: Pick<Services, "store">,
  { caller, accountId, reason, state }: AdministerRequest & { readonly state: AccountRecord["state"] },
): Promise<Result<null, AccessRefusal>> {
  const action = state === "disabled" ? "disable" : "enable";
  return store.write(async (tx) => {
    const found = await administeredAccount(tx, caller, { accountId, action });
    if (!found.ok) return found;
    const account = found.value;
    if (account.state === state) return refuse({ code: "already-decided" });
    await tx.accounts.saveAccounts([{ ...account, state, generation: account.generation + 1 }]);
    const field = { field: "state", old: account.state, new: state };
    tx.record(
      auditEntry(caller, { action: `${action}-account`, record: `account:${accountId}`, why: reason, fields: [field] }),
    );
    return ok(null);
  });
}

/** The unit of a unit account, or the one of a person's foremost post. */
export function unitNameOf(account: AccountRecord, organisation: Organisation): string {
  const foremost = account.personId === null ? undefined : postsInForce(organisation, account.personId)[0];
  const unitId = foremost?.unitId ?? account.unitId;
  return (unitId === null ? undefined : organisation.units.get(unitId)?.name) ?? "";
}
