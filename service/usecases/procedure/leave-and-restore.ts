import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { leave, restore } from "#core/people/leaving/leave.ts";
import type { Leave, PeopleAnswer, Restore } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { ProcedureServices } from "./act-on-people.ts";
import { changePeople, onTheirWay } from "./change-people.ts";
import { workedBranch } from "./unit/units-of-procedures.ts";

/** Leaving by kind, date and authority (M1b); nobody is ever deleted. */
export async function leavePeople(
  services: ProcedureServices,
  caller: Caller,
  { people, on, kind, authority, ground, note, reason }: Leave,
): Promise<Result<PeopleAnswer, AnyRefusal>> {
  if (!services.catalogue.codeList("leave-kind").byCode.has(kind))
    return refuse({ code: "bad-request", problems: [{ path: "kind", message: "unknown-code" }] });
  if (ground !== "" && !services.catalogue.codeList("leave-ground").byCode.has(ground))
    return refuse({ code: "bad-request", problems: [{ path: "ground", message: "unknown-code" }] });
  const today = dayOf(caller.at);
  return await changePeople(services, caller, {
    ...{ people, reason, action: "leave" },
    prepare: async (tx) => {
      const underWay = await onTheirWay(tx, people);
      return ok((person) =>
        leave(person, { on, kind, authority, ground, note, today, hasOpenTransfer: underWay.has(person.id) }),
      );
    },
  });
}

/** 恢复党籍 (M1b): the unit that kept the person last answers for the record still. */
export async function restorePeople(
  services: ProcedureServices,
  caller: Caller,
  { people, on, branchId, kind, reason }: Restore,
): Promise<Result<PeopleAnswer, AnyRefusal>> {
  const branch = workedBranch(caller, branchId);
  if (!branch.ok) return branch;
  if (!services.catalogue.codeList("restore-kind").byCode.has(kind))
    return refuse({ code: "bad-request", problems: [{ path: "kind", message: "unknown-code" }] });
  const restoring = { on, unitId: branch.value.id, kind, today: dayOf(caller.at) };
  return await changePeople(services, caller, {
    ...{ people, reason, action: "restore" },
    prepare: async () => ok((person) => restore(person, restoring)),
  });
}
