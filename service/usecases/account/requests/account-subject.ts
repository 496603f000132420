import type { AccountSubject, AdministrationDecision } from "#core/access/decide-administration.ts";
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import { postsInForce } from "../session/actor-of.ts";

/** @returns undefined for duty accounts: nobody administers them through the service (A11). */
export function accountSubjectOf(account: AccountRecord, organisation: Organisation): AccountSubject | undefined {
  const { id: accountId, unitId, personId } = account;
  if (account.duty !== null) return undefined;
  if (personId !== null) return { kind: "person", accountId, personId, posts: postsInForce(organisation, personId) };
  return unitId === null ? undefined : { kind: "unit", accountId, unitId, personId: null };
}

/** Nobody administers his own account, not even by asking: that is forbidden like any other action. */
export function refusalOfDecision(decision: Exclude<AdministrationDecision, "allowed">, action: string): AccessRefusal {
  switch (decision) {
    case "invisible":
      return { code: "not-found" };
    case "read-only":
      return { code: "read-only" };
    case "needs-approval":
      return { code: "needs-approval" };
    case "forbidden":
    case "oneself":
      return { code: "forbidden", action };
  }
}
