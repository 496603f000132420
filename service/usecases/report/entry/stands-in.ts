import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { dayOf } from "#core/kernel/instant.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { isAccountActive } from "#service/usecases/account/account-term.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refusalForReport } from "./report-access.ts";

type Accounts = Pick<StoreReads, "accounts">;

/**
 * Who hands a report over: the unit itself. Of a unit without the service, whose numbers come by exchange workbook (R9, W7), the
 * superior who enters them does. @returns undefined when the caller may
 */
export async function submitRefusal(tx: Accounts, caller: Caller, unitId: UnitId): Promise<AccessRefusal | undefined> {
  const refusal = refusalForReport(caller, unitId, "submit");
  return refusal?.code === "forbidden" && (await standsIn(tx, caller, unitId)) ? undefined : refusal;
}

/** A superior, of a unit in which nobody has an account to do it with: neither the unit nor those who lead it. */
async function standsIn(tx: Accounts, caller: Caller, unitId: UnitId): Promise<boolean> {
  if (refusalForReport(caller, unitId, "judge")) return false;
  const posts = caller.organisation.postsOfUnit.get(unitId) ?? [];
  const leading = posts.filter(({ kind }) => kind !== "member").map(({ personId }) => personId);
  const accounts = [...(await tx.accounts.ofUnits([unitId])), ...(await tx.accounts.ofPersons(leading))];
  const today = dayOf(caller.at);
  return accounts.every((account) => account.permission === "read-only" || !isAccountActive(account, today));
}
