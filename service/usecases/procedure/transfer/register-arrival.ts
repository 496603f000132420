import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { arriveFromOutside } from "#core/people/transfer/issue-transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { RegisterAnswer, RegisterArrival } from "#core/protocol/records/transfers.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { buildNewPerson } from "#service/usecases/record/make-person.ts";
import { writePeople } from "#service/usecases/record/write-people.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import type { ProcedureServices } from "../act-on-people.ts";
import { writeTransfers } from "./transfer-records.ts";
import { workedBranch } from "../unit/units-of-procedures.ts";

/**
 * In from a committee that is not on this service, who was never here (M13): the registration form makes the record and the
 * arrival in one act. A number that is known already is refused as everywhere (M3): he is restored or asked for.
 */
export async function registerArrival(
  services: ProcedureServices,
  caller: Caller,
  asked: RegisterArrival,
): Promise<Result<RegisterAnswer, AnyRefusal>> {
  const { branchId, on, reason, heading, number, duesPaidUntil, fields } = asked;
  const branch = workedBranch(caller, branchId);
  if (!branch.ok) return branch;
  const today = dayOf(caller.at);
  if (on > today) return refuse({ code: "day-not-possible", field: "on", given: on, earliest: null, latest: today });
  const kind = (fields["joinedOn"] ?? "").trim() === "" ? "applicant" : "member";
  const built = buildNewPerson(services, caller, { unitId: branch.value.id, kind, from: on, fields });
  const problems = built.ok ? missingIdentity(built.person.facts) : built.problems;
  if (!built.ok || problems.length > 0) return ok({ result: "refused", problems });
  const { person } = built;
  return await writeOrRollBack<RegisterAnswer, AnyRefusal>(services.store, async (tx) => {
    const writes = [{ before: null, after: person, reason }];
    const { doubled } = await writePeople(tx, { caller, catalogue: services.catalogue, action: "arrive", writes });
    if (doubled.size > 0) return refuse({ code: "id-number-known" });
    const arrival = { on, reason, who: caller.who, number, duesPaidUntil, branchId: branch.value.id, heading };
    const transfer = arriveFromOutside(person.id, { id: services.random.id("tra"), ...arrival });
    await tx.procedures.insertTransfers([transfer]);
    await writeTransfers(tx, { caller, action: "arrive", transfers: [transfer] });
    return ok({ result: "made", personId: person.id, transferId: transfer.id });
  });
}

/** A letter from outside always names the person by his number. */
function missingIdentity(facts: Readonly<Record<string, string>>) {
  return facts["idNumber"] === undefined
    ? [{ field: "idNumber", refusal: { code: "person-needs", field: "idNumber" } }]
    : [];
}
