import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { decideAccount, type AccountAction } from "#core/access/decide-administration.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { accountSubjectOf, refusalOfDecision } from "./requests/account-subject.ts";

/** The account that the caller may do this to; somebody else's is as unknown as one that never was (A9). */
export async function administeredAccount(
  tx: StoreReads,
  caller: Caller,
  asked: { readonly accountId: string; readonly action: AccountAction },
): Promise<Result<AccountRecord, AccessRefusal>> {
  const account = await tx.accounts.byId(toId<AccountId>(asked.accountId));
  const subject = account && accountSubjectOf(account, caller.organisation);
  if (!account || !subject) return refuse({ code: "not-found" });
  const decision = decideAccount(caller.actor, caller.organisation, { subject, action: asked.action });
  return decision === "allowed" ? ok(account) : refuse(refusalOfDecision(decision, `${asked.action}-account`));
}
