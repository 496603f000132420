import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { administeringUnit, decideAccount, type AccountAction } from "#core/access/decide-administration.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountListed } from "#core/protocol/accounts.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { accountSubjectOf } from "./requests/account-subject.ts";
import { accountLockKey, lockedUntil } from "./session/lockout.ts";
import { maskPhone } from "./mask-phone.ts";

/** Accounts of one unit: its own, and those of everybody with a post in it. The caller's unit and everything below. */
export async function listAccounts(
  { store }: Pick<Services, "store">,
  { caller, unitId }: { readonly caller: Caller; readonly unitId: string },
): Promise<Result<readonly AccountListed[], AccessRefusal>> {
  const unit = caller.organisation.units.get(toId<UnitId>(unitId));
  const isOwn = unit !== undefined && administeringUnit(caller.actor) === unit.id;
  if (!unit || !(isOwn || caller.scope.administers.has(unit.id))) return refuse({ code: "not-found" });
  return store.read(async (tx) => {
    const holders = (caller.organisation.postsOfUnit.get(unit.id) ?? []).map((post) => post.personId);
    const accounts = [
      ...(await tx.accounts.ofUnits([unit.id])),
      ...(await tx.accounts.ofPersons([...new Set(holders)])),
    ];
    const distinct = [...new Map(accounts.map((account) => [account.id, account])).values()];
    const listed: AccountListed[] = [];
    for (const account of distinct) listed.push(await describeAccount(tx, caller, { account, unitId: unit.id }));
    return ok(listed);
  });
}

async function describeAccount(
  tx: StoreReads,
  caller: Caller,
  { account, unitId }: { readonly account: AccountRecord; readonly unitId: UnitId },
): Promise<AccountListed> {
  const { organisation } = caller;
  const posts = account.personId === null ? [] : (organisation.postsOfPerson.get(account.personId) ?? []);
  const { id, kind, holder, permission, state, term } = account;
  return {
    ...{ id, kind, holder, permission, state, term, unitId },
    name: maskPhone(account.name),
    unitName: organisation.units.get(unitId)?.name ?? "",
    posts: posts.filter((post) => post.unitId === unitId).map((post) => post.kind),
    lockedUntil: lockedUntil(await tx.accounts.lockout(accountLockKey(account.name)), caller.at) ?? null,
    mayReset: isAllowed(caller, account, "reset"),
    mayDisable: isAllowed(caller, account, state === "active" ? "disable" : "enable"),
  };
}

function isAllowed({ actor, organisation }: Caller, account: AccountRecord, action: AccountAction): boolean {
  const subject = accountSubjectOf(account, organisation);
  return subject !== undefined && decideAccount(actor, organisation, { subject, action }) === "allowed";
}
