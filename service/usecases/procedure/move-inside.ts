import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { moveInside } from "#core/people/transfer/issue-transfer.ts";
import { findAgain, loseContact } from "#core/people/transfer/lost-contact.ts";
import { transferChange } from "#core/people/transfer/transfer-change.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { Person } from "#core/people/person/person.ts";
import type { PeopleAnswer } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { FindAgain, LoseContact, MoveInside, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { Caller } from "../caller.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { actOnPeople, peopleOf, whyNotWork, type ActRow, type ProcedureServices } from "./act-on-people.ts";
import { changePeople, onTheirWay } from "./change-people.ts";
import { writeTransfers } from "./transfer/transfer-records.ts";
import { workedBranch } from "./unit/units-of-procedures.ts";

/** Between branches that the caller works for, at once (M11). */
export async function movePeople(
  services: ProcedureServices,
  caller: Caller,
  { people, branchId, on, reason }: MoveInside,
): Promise<Result<TransfersAnswer, AnyRefusal>> {
  const branch = workedBranch(caller, branchId);
  if (!branch.ok) return branch;
  const today = dayOf(caller.at);
  const rules = inForceOn(services.procedureRules.transfer, on);
  const batchId = people.length > 1 ? services.random.id("tba") : null;
  return await writeOrRollBack(services.store, async (tx): Promise<Result<TransfersAnswer, AnyRefusal>> => {
    const underWay = await onTheirWay(tx, people);
    const rows = people.map((id): ActRow<Transfer> => ({
      personId: toId<PersonId>(id),
      decide: (person) => {
        if (underWay.has(person.id)) return refuse({ code: "transfer-open-first" });
        const move = { id: services.random.id("tra"), on, reason, who: caller.who, batchId, today };
        const moved = moveInside(person, { ...move, branchId: branch.value.id });
        return moved.ok ? ok({ change: transferChange(moved.value, person, rules), extra: moved.value }) : moved;
      },
    }));
    const acted = await actOnPeople(tx, services, { caller, action: "move-inside", reason, rows });
    if (!acted.ok) return acted;
    const { done, refused } = acted.value;
    const transfers = done.map(({ extra }) => extra);
    await tx.procedures.insertTransfers(transfers);
    await writeTransfers(tx, { caller, action: "move-inside", transfers });
    return ok({
      done: done.map(({ row, extra }) => ({ row, transferId: extra.id, personId: extra.personId })),
      refused,
    });
  });
}

/** 联系不上: to a branch for lost members with a named keeper (M15). */
export async function losePeople(
  services: ProcedureServices,
  caller: Caller,
  { people, since, why, keeperId, branchId, on, reason }: LoseContact,
): Promise<Result<PeopleAnswer, AnyRefusal>> {
  if (!services.catalogue.codeList("lost-reason").byCode.has(why))
    return refuse({ code: "bad-request", problems: [{ path: "why", message: "unknown-code" }] });
  const branch = workedBranch(caller, branchId);
  if (!branch.ok) return branch;
  return await changePeople(services, caller, {
    ...{ people, reason, action: "lose-contact" },
    prepare: async (tx) => {
      const id = toId<PersonId>(keeperId);
      const keeper = (await peopleOf(tx, [{ personId: id }])).get(id);
      const refusal = whyNotWork(caller, keeper, "lose-contact");
      if (refusal) return refuse(refusal);
      const named = { id, name: keeper?.facts["name"] ?? "" };
      const today = dayOf(caller.at);
      return ok((person) => loseContact(person, { since, why, keeper: named, branchId: branch.value.id, on, today }));
    },
  });
}

/** Contact is there again (M15). */
export async function findPeople(
  services: ProcedureServices,
  caller: Caller,
  { people, branchId, on, reason }: FindAgain,
): Promise<Result<PeopleAnswer, AnyRefusal>> {
  const branch = workedBranch(caller, branchId);
  if (!branch.ok) return branch;
  const found = { on, branchId: branch.value.id, today: dayOf(caller.at) };
  const prepare = async () => ok((person: Person) => findAgain(person, found));
  return await changePeople(services, caller, { people, reason, action: "find-again", prepare });
}
