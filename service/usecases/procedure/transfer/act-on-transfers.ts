/** What becomes of letters: released, received, endorsed, revoked, issued on request, declined (M12 to M14). */
import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { isAbove } from "#core/organisation/tree.ts";
import type { Person } from "#core/people/person/person.ts";
import {
  actOnTransfer,
  type TransferActing,
  type TransferMove,
  type TransferParty,
} from "#core/people/transfer/act-on-transfer.ts";
import { whyNoLetter } from "#core/people/transfer/issue-transfer.ts";
import { transferChange } from "#core/people/transfer/transfer-change.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import { isOpen, type Transfer } from "#core/people/transfer/transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ActOnTransfers, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { actOnPeople, type ActRow, type Decided, type ProcedureServices } from "../act-on-people.ts";
import { writeTransfers } from "./transfer-records.ts";
import { addresseeOf, noticesTo, workedBranch } from "../unit/units-of-procedures.ts";

export async function actOnTransfers(
  services: ProcedureServices,
  caller: Caller,
  asked: ActOnTransfers,
): Promise<Result<TransfersAnswer, AnyRefusal>> {
  return await writeOrRollBack(services.store, async (tx): Promise<Result<TransfersAnswer, AnyRefusal>> => {
    const found = await lettersOf(tx, caller, asked.transfers);
    const letters = found.flatMap(({ row, letter }) => (letter ? [{ row, letter }] : []));
    // One letter alone that is not there answers as anything that is not there (A9).
    if (letters.length === 0) return refuse({ code: "not-found" });
    const missing = found.filter(({ letter }) => letter === undefined).map(({ row }) => notFound(row));
    const rows = letters.map(({ letter }) => actRow(services, { caller, asked, letter }));
    const action = `${asked.move.act}-transfer`;
    const reason = "reason" in asked.move ? asked.move.reason : "";
    const acted = await actOnPeople(tx, services, { caller, action, reason, rows, permitted: false });
    if (!acted.ok) return acted;
    const moved = acted.value.done.map(({ extra }) => extra.after);
    if (moved.some(isOpen) && asked.move.act === "issue") {
      const busy = new Set((await tx.procedures.openTransfers(moved.map(personIdOf))).map(personIdOf));
      if (busy.size > 0) return refuse({ code: "transfer-open-already" });
    }
    const written = await tx.procedures.updateTransfers(moved);
    if (written.size < moved.length) return refuse({ code: "changed-meanwhile" });
    await writeTransfers(tx, { caller, action, transfers: moved });
    await tx.procedures.addUnitNotices(
      acted.value.done.flatMap(({ person, extra }) =>
        noticesTo(services, caller, {
          ...{ kind: `transfer-${asked.move.act}`, record: `transfer:${extra.after.id}`, reason },
          ...{ about: person.facts["name"] ?? "", to: othersOf(caller, extra) },
        }),
      ),
    );
    const placed = (row: number): number => letters[row]?.row ?? row;
    return ok({
      done: acted.value.done.map(({ row, person, extra }) => ({
        ...{ row: placed(row), transferId: extra.after.id, personId: person.id },
      })),
      refused: [...missing, ...acted.value.refused.map(({ row, refusal }) => ({ row: placed(row), refusal }))],
    });
  });
}

/** What the caller is to a letter; nothing at all for one that is not his to see. */
export function partiesOf(caller: Caller, { fromUnitId, toUnitId }: Transfer): ReadonlySet<TransferParty> {
  const { work } = caller.scope.records;
  const parties = new Set<TransferParty>();
  if (fromUnitId !== null && work.has(fromUnitId)) parties.add("sender");
  if (toUnitId !== null && work.has(toUnitId)) parties.add("receiver");
  if (caller.scope.organisationDepartment && parties.has("sender")) parties.add("committee");
  return parties;
}

export function mayReadTransfer({ scope }: Caller, { fromUnitId, toUnitId, branchId }: Transfer): boolean {
  return [fromUnitId, toUnitId, branchId].some((unitId) => unitId !== null && scope.records.read.has(unitId));
}

interface Moved {
  readonly before: Transfer;
  readonly after: Transfer;
}

async function lettersOf(tx: StoreWrites, caller: Caller, ids: readonly string[]) {
  const found: { readonly row: number; readonly letter: Transfer | undefined }[] = [];
  for (const [row, id] of ids.entries()) {
    const letter = await tx.procedures.transfer(id);
    found.push({ row, letter: letter && mayReadTransfer(caller, letter) ? letter : undefined });
  }
  return found;
}

interface Asked {
  readonly caller: Caller;
  readonly asked: ActOnTransfers;
  readonly letter: Transfer;
}

function actRow(services: ProcedureServices, { caller, asked, letter }: Asked): ActRow<Moved> {
  const today = dayOf(caller.at);
  const rules = inForceOn(services.procedureRules.transfer, letter.issuedOn ?? asked.on);
  const acting = { parties: partiesOf(caller, letter), who: caller.who, today, rules };
  return {
    personId: letter.personId,
    decide: (person): Result<Decided<Moved>, AnyRefusal> => {
      const move = moveOf({ caller, asked, letter }, acting);
      if (!move.ok) return move;
      const refusal = move.value.act === "issue" ? whyNoLetter(person, { ...asked, ...move.value }, today) : undefined;
      if (refusal) return refuse(refusal);
      const after = actOnTransfer(letter, move.value, acting);
      if (!after.ok) return after;
      return decided(person, { before: letter, after: after.value }, acting);
    },
  };
}

function decided(person: Person, extra: Moved, { rules }: TransferActing): Result<Decided<Moved>, AnyRefusal> {
  const change = transferChange(extra.after, person, rules);
  const last = person.belongings.at(-1);
  const on = change?.belong?.on;
  if (on !== undefined && last && on < last.from)
    return refuse({ code: "day-not-possible", field: "receive", given: on, earliest: last.from, latest: null });
  return ok({ change, extra });
}

function moveOf({ caller, asked, letter }: Asked, { rules }: TransferActing): Result<TransferMove, AnyRefusal> {
  const { on, move } = asked;
  switch (move.act) {
    case "issue":
      return ok({ act: "issue", on, duesPaidUntil: move.duesPaidUntil, validDays: rules.validDays[letter.scope] });
    case "receive":
      return receipt(caller, letter, { on, branchId: move.branchId });
    case "endorse": {
      const to = addresseeOf(caller, move.to);
      return to.ok ? ok({ act: "endorse", on, to: to.value, reason: move.reason }) : to;
    }
    case "decline":
    case "release":
    case "revoke":
      return ok({ ...move, on });
  }
}

/** With a branch for a letter to this service, without one for the receipt of a letter that left it. */
function receipt(
  caller: Caller,
  letter: Transfer,
  { on, branchId }: { readonly on: ActOnTransfers["on"]; readonly branchId: string | null },
): Result<TransferMove, AnyRefusal> {
  if ((branchId === null) !== (letter.toUnitId === null)) return refuse({ code: "unit-takes-no-members" });
  if (branchId === null) return ok({ act: "receive", on, branchId });
  const branch = receivingBranch(caller, letter, branchId);
  return branch.ok ? ok({ act: "receive", on, branchId: branch.value }) : branch;
}

/** A branch of the unit the letter is addressed to. */
function receivingBranch(caller: Caller, { toUnitId }: Transfer, branchId: string): Result<UnitId, AnyRefusal> {
  const branch = workedBranch(caller, branchId);
  if (!branch.ok) return branch;
  const { id } = branch.value;
  const isBelow = toUnitId !== null && (id === toUnitId || isAbove(caller.organisation, toUnitId, id));
  return isBelow ? ok(id) : refuse({ code: "not-found" });
}

/** Whom it concerns besides the caller: sender, former and present addressee. */
function othersOf({ scope }: Caller, { before, after }: Moved): readonly (UnitId | null)[] {
  const all = [after.fromUnitId, before.toUnitId, after.toUnitId];
  return all.filter((unitId) => unitId !== null && !scope.records.work.has(unitId));
}

function notFound(row: number) {
  return { row, refusal: { code: "not-found" } as const };
}

function personIdOf({ personId }: Transfer): PersonId {
  return toId<PersonId>(personId);
}
