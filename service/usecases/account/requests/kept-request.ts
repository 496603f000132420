import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { AccountApplication, ApprovalDecision } from "#core/access/decide-approval.ts";
import { decideApproval } from "#core/access/decide-approval.ts";
import type { AccountSubject } from "#core/access/decide-administration.ts";
import { toId, type AccountId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { keptRequestSchema, type KeptRequest } from "#core/protocol/accounts.ts";
import type { AccountRequestRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { accountSubjectOf } from "./account-subject.ts";

/** @throws when the store gives back something else than was saved. */
export function keptRequestOf(record: AccountRequestRecord): KeptRequest {
  return keptRequestSchema.parse(JSON.parse(record.content));
}

/** May the caller decide on it? Never the requester, never who would hold or already holds the account (A4). */
export async function decideOnRequest(
  tx: StoreReads,
  caller: Caller,
  record: AccountRequestRecord,
): Promise<ApprovalDecision> {
  const kept = keptRequestOf(record);
  const requestedBy: AccountApplication["requestedBy"] = {
    accountId: record.requestedBy,
    personId: kept.requestedByPersonId === null ? null : toId<PersonId>(kept.requestedByPersonId),
    unitId: toId<UnitId>(kept.requestingUnitId),
  };
  for (const subject of await subjectsOf(tx, caller, kept)) {
    const decision = decideApproval(caller.actor, caller.organisation, { requestedBy, subject });
    if (decision !== "allowed") return decision;
  }
  return "allowed";
}

export function refusalOfApproval(decision: Exclude<ApprovalDecision, "allowed">): AccessRefusal {
  switch (decision) {
    // He may know of it and still not stand one level above it.
    case "invisible":
    case "forbidden":
      return { code: "forbidden", action: "decide-request" };
    case "own-request":
    case "beneficiary":
      return { code: "own-request" };
    case "read-only":
      return { code: "read-only" };
  }
}

/** The account as it is to be, known by the future holder's phone, and the account as it is. */
async function subjectsOf(tx: StoreReads, caller: Caller, kept: KeptRequest): Promise<readonly AccountSubject[]> {
  const { request, accountId } = kept;
  const unitId = toId<UnitId>(request.unitId);
  const own = caller.account.personId;
  const holders = (await tx.organisation.personsByPhone(request.contact)).map(({ id }) => id);
  const personId = holders.find((id) => id === own) ?? holders[0] ?? null;
  const posts = request.post === null ? [] : [{ unitId, kind: request.post }];
  const asked: AccountSubject =
    request.kind === "unit"
      ? { kind: "unit", accountId: null, unitId, personId }
      : { kind: "person", accountId: null, personId, posts };
  const account = accountId === null ? undefined : await tx.accounts.byId(toId<AccountId>(accountId));
  const present = account && accountSubjectOf(account, caller.organisation);
  return present ? [asked, present] : [asked];
}
