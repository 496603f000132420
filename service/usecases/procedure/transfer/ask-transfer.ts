/** Across the border of one's own units: a person who is known by exact ID number and name alone (M3, M12, M13). */
import { parseIdNumber } from "#core/people/field/id-number.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { restore } from "#core/people/leaving/leave.ts";
import type { Person } from "#core/people/person/person.ts";
import { applyChange, belongingOn } from "#core/people/procedure/person-change.ts";
import { arriveFromOutside, askForTransfer } from "#core/people/transfer/issue-transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Arrive, AskTransfer } from "#core/protocol/records/transfers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { writePeople } from "#service/usecases/record/write-people.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import type { ProcedureServices } from "../act-on-people.ts";
import { writeTransfers } from "./transfer-records.ts";
import { noticesTo, workedBranch, workedUnit } from "../unit/units-of-procedures.ts";

/** 申请 (M12): the sender is told and issues the letter or declines. */
export async function askTransfer(
  services: ProcedureServices,
  caller: Caller,
  asked: AskTransfer,
): Promise<Result<{ readonly transferId: string }, AnyRefusal>> {
  const unit = workedUnit(caller, asked.unitId);
  if (!unit.ok) return unit;
  return await writeOrRollBack(services.store, async (tx): Promise<Result<{ transferId: string }, AnyRefusal>> => {
    const person = await knownPerson(tx, caller, asked);
    if (!person) return refuse({ code: "not-found" });
    const on = dayOf(caller.at);
    const { graduate, reason } = asked;
    const letter = { id: services.random.id("tra"), graduate, on, reason, who: caller.who, toUnitId: unit.value.id };
    const transfer = askForTransfer(person, letter);
    if (!transfer.ok) return transfer;
    await tx.procedures.insertTransfers([transfer.value]);
    await writeTransfers(tx, { caller, action: "ask-transfer", transfers: [transfer.value] });
    const told = { kind: "transfer-asked", record: `transfer:${letter.id}`, about: person.facts["name"] ?? "", reason };
    await tx.procedures.addUnitNotices(noticesTo(services, caller, { ...told, to: [transfer.value.fromUnitId] }));
    return ok({ transferId: letter.id });
  });
}

/**
 * In from a committee that is not on this service (M13): restored from the people who left earlier, or, for a new person
 * whose record was just made in that branch, entered among the arrivals.
 */
export async function arrive(
  services: ProcedureServices,
  caller: Caller,
  asked: Arrive,
): Promise<Result<{ readonly transferId: string; readonly personId: string }, AnyRefusal>> {
  const branch = workedBranch(caller, asked.branchId);
  if (!branch.ok) return branch;
  type Answer = Result<{ transferId: string; personId: string }, AnyRefusal>;
  return await writeOrRollBack(services.store, async (tx): Promise<Answer> => {
    const person = await knownPerson(tx, caller, asked);
    if (!person) return refuse({ code: "not-found" });
    const { on, reason, restoreKind, heading, number, duesPaidUntil } = asked;
    const today = dayOf(caller.at);
    const here = belongingOn(person, today);
    const isNew = here?.unitId === branch.value.id && here.from === on && person.belongings.length === 1;
    if (here && !isNew) return refuse({ code: "belongs-already" });
    if (!isNew) {
      const change = restore(person, { on, unitId: branch.value.id, kind: restoreKind, today });
      if (!change.ok) return change;
      const after = applyChange(person, change.value, () => services.random.id("pos"));
      const writes = [{ before: person, after, reason }];
      const failed = await writePeople(tx, { caller, catalogue: services.catalogue, action: "arrive", writes });
      if (failed.changed.size > 0) return refuse({ code: "changed-meanwhile" });
    }
    const id = services.random.id("tra");
    const arrival = { id, on, reason, who: caller.who, number, duesPaidUntil, branchId: branch.value.id, heading };
    const transfer = arriveFromOutside(person.id, arrival);
    await tx.procedures.insertTransfers([transfer]);
    await writeTransfers(tx, { caller, action: "arrive", transfers: [transfer] });
    return ok({ transferId: id, personId: person.id });
  });
}

/** Both must be exact; a wrong name tells nothing about the number (M3). */
async function knownPerson(
  tx: StoreReads,
  caller: Caller,
  { idNumber, name }: Pick<AskTransfer, "idNumber" | "name">,
): Promise<Person | undefined> {
  const parsed = parseIdNumber(idNumber, dayOf(caller.at));
  if (!parsed.ok) return undefined;
  const id = (await tx.people.withIdNumbers([parsed.value])).get(parsed.value);
  const [person] = id === undefined ? [] : await tx.people.byIds([id]);
  return person?.facts["name"] === name.trim() ? person : undefined;
}
