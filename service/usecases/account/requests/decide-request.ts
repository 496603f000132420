/**
 * A4: approval one level up. What was asked for happens in the same transaction; the one-time password is the
 * requester's to fetch (`issueSlip`), so whoever approves never sees it.
 */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountRequestListed } from "#core/protocol/accounts.ts";
import type { AccountRequestRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { carryOutRequest } from "./carry-out-request.ts";
import { decideOnRequest, keptRequestOf, refusalOfApproval } from "./kept-request.ts";
import { describeRequest, isVisible } from "./list-requests.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { makeUnknownSecret, type OneTimeSecret } from "./one-time-secret.ts";

type DecideServices = Pick<Services, "store" | "random" | "hasher" | "policy" | "pinyin" | "digest">;

export interface DecideRequest {
  readonly caller: Caller;
  readonly requestId: string;
  readonly approve: boolean;
  readonly remark: string;
}

export async function decideRequest(
  services: DecideServices,
  asked: DecideRequest,
): Promise<Result<AccountRequestListed, AccessRefusal>> {
  const secret = await makeUnknownSecret(services, asked.caller.at);
  return writeOrRollBack(services.store, (tx) => decideIn(tx, services, { ...asked, secret }));
}

async function decideIn(
  tx: StoreWrites,
  services: DecideServices,
  asked: DecideRequest & { readonly secret: OneTimeSecret["kept"] },
): Promise<Result<AccountRequestListed, AccessRefusal>> {
  const { caller, requestId, approve, remark, secret } = asked;
  const record = await tx.accounts.request(requestId);
  if (!record) return refuse({ code: "not-found" });
  const refusal = await refusalOf(tx, caller, record);
  if (refusal) return refuse(refusal);
  if (!(await isFirstDecision(tx, services, { caller, record }))) return refuse({ code: "already-decided" });
  const kept = keptRequestOf(record);
  const done = approve ? await carryOutRequest(tx, services, { caller, record, kept, secret }) : ok(kept);
  if (!done.ok) return done;
  const state = approve ? "approved" : "refused";
  const decision = { state, remark, decidedBy: caller.account.id, decidedAt: caller.at } as const;
  const decided: AccountRequestRecord = { ...record, ...decision, content: JSON.stringify(done.value) };
  await tx.accounts.saveRequest(decided);
  await tx.pushes.answer(record.requestedBy, decisionKey(record), state);
  const action = approve ? "approve-request" : "refuse-request";
  tx.record(auditEntry(caller, { action, record: `account-request:${record.id}`, why: remark }));
  return ok(await describeRequest(tx, caller, decided));
}

async function refusalOf(
  tx: StoreWrites,
  caller: Caller,
  record: AccountRequestRecord,
): Promise<AccessRefusal | undefined> {
  const decision = await decideOnRequest(tx, caller, record);
  if (decision === "allowed") return undefined;
  const isHidden = decision === "invisible" && !(await isVisible(tx, caller, record));
  return isHidden ? { code: "not-found" } : refusalOfApproval(decision);
}

/** Two decisions at once: the second waits at the key for the first and then finds it taken. */
async function isFirstDecision(
  tx: StoreWrites,
  { digest }: DecideServices,
  { caller, record }: { readonly caller: Caller; readonly record: AccountRequestRecord },
): Promise<boolean> {
  if (record.state !== "open") return false;
  const claim = await tx.pushes.claim(record.requestedBy, decisionKey(record), digest(record.id), caller.at);
  return claim.state === "new";
}

function decisionKey({ id }: AccountRequestRecord): string {
  return `decide ${id}`;
}
