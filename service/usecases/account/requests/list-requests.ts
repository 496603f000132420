import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { administeringUnit } from "#core/access/decide-administration.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { toId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { AccountRequestListed } from "#core/protocol/accounts.ts";
import type { AccountRequestRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { decideOnRequest, keptRequestOf } from "./kept-request.ts";
import { maskPhone } from "../mask-phone.ts";

/** Applications of the caller's unit and below, and those that wait for his decision; newest first. */
export async function listRequests(
  { store }: Pick<Services, "store">,
  caller: Caller,
): Promise<Result<readonly AccountRequestListed[], AccessRefusal>> {
  return store.read(async (tx) => {
    const found = await tx.accounts.requests({ unitIds: visibleUnits(caller) });
    const listed: AccountRequestListed[] = [];
    for (const record of found.toReversed()) {
      if (await isVisible(tx, caller, record)) listed.push(await describeRequest(tx, caller, record));
    }
    return ok(listed);
  });
}

/** One of them, with everything that the printed application holds (A4). */
export async function openRequest(
  { store }: Pick<Services, "store">,
  { caller, requestId }: { readonly caller: Caller; readonly requestId: string },
): Promise<Result<AccountRequestListed, AccessRefusal>> {
  return store.read(async (tx) => {
    const record = await tx.accounts.request(requestId);
    if (!record || !(await isVisible(tx, caller, record))) return refuse({ code: "not-found" });
    return ok(await describeRequest(tx, caller, record));
  });
}

/** The same for whoever may decide and whoever stands above it; everybody else must not learn of it (A9). */
export async function isVisible(tx: StoreReads, caller: Caller, record: AccountRequestRecord): Promise<boolean> {
  const own = administeringUnit(caller.actor);
  const requesting = toId<UnitId>(keptRequestOf(record).requestingUnitId);
  if (own !== undefined && (own === requesting || caller.scope.administers.has(requesting))) return true;
  return (await decideOnRequest(tx, caller, record)) !== "invisible";
}

export async function describeRequest(
  tx: StoreReads,
  caller: Caller,
  record: AccountRequestRecord,
): Promise<AccountRequestListed> {
  const { request, number, slip } = keptRequestOf(record);
  const unit = caller.organisation.units.get(toId<UnitId>(request.unitId));
  const { id, requestedAt, state, decidedAt, remark } = record;
  const accountName = request.accountName === undefined ? {} : { accountName: maskPhone(request.accountName) };
  return {
    ...{ id, number, requestedAt, state, decidedAt, remark },
    request: { ...request, ...accountName, contact: maskPhone(request.contact) },
    unitName: unit?.name ?? "",
    level: unit?.kind ?? "branch",
    requestedBy: await holderOf(tx, record.requestedBy),
    decidedBy: record.decidedBy === null ? null : await holderOf(tx, record.decidedBy),
    mayDecide: state === "open" && (await decideOnRequest(tx, caller, record)) === "allowed",
    maySeeSlip: state === "approved" && slip === "due" && record.requestedBy === caller.account.id,
  };
}

async function holderOf(tx: StoreReads, id: AccountRequestRecord["requestedBy"]): Promise<string> {
  return (await tx.accounts.byId(id))?.holder ?? "";
}

/** The security administration approves what the root asks for (A11), wherever in the tree that is. */
function visibleUnits({ actor, organisation }: Caller): readonly UnitId[] {
  if (actor.kind === "duty") return actor.duty === "security-administration" ? [...organisation.units.keys()] : [];
  const own = administeringUnit(actor);
  return own === undefined ? [] : subtreeOf(organisation, own);
}
