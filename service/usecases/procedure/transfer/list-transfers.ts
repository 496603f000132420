import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import { maskIdNumber, maskPhone } from "#core/people/field/mask.ts";
import type { Person } from "#core/people/person/person.ts";
import { possibleActs } from "#core/people/transfer/act-on-transfer.ts";
import { inForceOn, isOverdue, validUntil } from "#core/people/transfer/transfer-rules.ts";
import type { Transfer, TransferState } from "#core/people/transfer/transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TransferListed, TransferQueryAsked } from "#core/protocol/records/transfers.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { mayReadTransfer, partiesOf } from "./act-on-transfers.ts";
import { peopleOf, type ProcedureServices } from "../act-on-people.ts";
import { unitName } from "../unit/units-of-procedures.ts";

const MOST = 10_000;
const OPEN: readonly TransferState[] = ["asked", "printed", "open"];

/**
 * Letters out of and into a unit and everything below it, computed for a day. Of overdue ones the holders' numbers stand
 * there to call them (M14), which is logged as that purpose (A12).
 */
export async function listTransfers(
  services: ProcedureServices,
  caller: Caller,
  { unit, side, open, on }: TransferQueryAsked,
): Promise<Result<readonly TransferListed[], AnyRefusal>> {
  const { organisation, scope } = caller;
  const units = subtreeOf(organisation, toId(unit)).filter((id) => scope.records.read.has(id));
  if (units.length === 0) return refuse({ code: "not-found" });
  const day = on ?? dayOf(caller.at);
  const asked = { units, side, most: MOST, ...(open === "all" ? {} : { states: OPEN }) };
  const { transfers, people } = await services.store.read(async (tx) => {
    const all = await tx.procedures.transfers(asked);
    const found = open === "overdue" ? all.filter((transfer) => isOverdue(transfer, day)) : all;
    return { transfers: found, people: await peopleOf(tx, found) };
  });
  const called = open === "overdue" ? transfers.filter(({ fromUnitId }) => mayCall(caller, fromUnitId)) : [];
  if (called.length > 0) await logCalls(services, caller, called);
  const plain = new Set(called.map(({ id }) => id));
  return ok(
    transfers.map((transfer) => {
      const person = people.get(transfer.personId);
      return listed(services, caller, { transfer, person, day, isPlain: plain.has(transfer.id) });
    }),
  );
}

export async function openTransfer(
  services: ProcedureServices,
  caller: Caller,
  id: string,
): Promise<Result<TransferListed, AnyRefusal>> {
  return await services.store.read(async (tx): Promise<Result<TransferListed, AnyRefusal>> => {
    const transfer = await tx.procedures.transfer(id);
    if (!transfer || !mayReadTransfer(caller, transfer)) return refuse({ code: "not-found" });
    const person = (await peopleOf(tx, [transfer])).get(toId<PersonId>(transfer.personId));
    return ok(listed(services, caller, { transfer, person, day: dayOf(caller.at), isPlain: false }));
  });
}

interface Shown {
  readonly transfer: Transfer;
  readonly person: Person | undefined;
  readonly day: TransferQueryAsked["on"] & string;
  readonly isPlain: boolean;
}

function listed(
  services: ProcedureServices,
  caller: Caller,
  { transfer, person, day, isPlain }: Shown,
): TransferListed {
  const { id, personId, kind, scope, state, reason, number, batchId, issuedOn, duesPaidUntil, receivedOn } = transfer;
  const { name = "", idNumber = "", mobile = "" } = factsOf(person);
  const rules = inForceOn(services.procedureRules.transfer, issuedOn ?? day);
  const acting = { parties: partiesOf(caller, transfer), who: caller.who, today: dayOf(caller.at), rules };
  return {
    ...{ id, personId, kind, scope, state, reason, number, batchId, issuedOn, duesPaidUntil, receivedOn, name },
    outside: transfer.toUnitId === null,
    idNumber: maskIdNumber(idNumber),
    mobile: isPlain ? mobile : maskPhone(mobile),
    from: placeName(caller, transfer, transfer.fromUnitId),
    to: placeName(caller, transfer, transfer.toUnitId),
    finallyTo: transfer.outside?.finallyTo ?? "",
    validUntil: validUntil(transfer),
    overdue: isOverdue(transfer, day),
    branch: transfer.branchId === null ? null : unitName(caller, transfer.branchId),
    acts: possibleActs(transfer, acting),
    steps: transfer.steps,
  };
}

function factsOf(person: Person | undefined): Person["facts"] {
  return person?.facts ?? {};
}

/** A unit of this service, or the committee elsewhere. */
function placeName(caller: Caller, { outside }: Transfer, unitId: Transfer["toUnitId"]): string {
  return unitId === null ? (outside?.heading ?? "") : unitName(caller, unitId);
}

function mayCall({ scope }: Caller, fromUnitId: Transfer["fromUnitId"]): boolean {
  return fromUnitId !== null && scope.records.work.has(fromUnitId);
}

async function logCalls({ store }: ProcedureServices, caller: Caller, transfers: readonly Transfer[]): Promise<void> {
  await store.write(async (tx) => {
    for (const { personId } of transfers) {
      const fields = [{ field: "mobile", old: null, new: null }];
      tx.record(auditEntry(caller, { action: "reveal", record: `person:${personId}`, why: "overdue-letter", fields }));
    }
  });
}
