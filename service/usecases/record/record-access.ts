import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { decideRecord, type RecordAction } from "#core/access/decide-record.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Caller } from "../caller.ts";

/** @returns undefined when the caller may. A foreign record answers exactly as a missing one (A9). */
export function refusalForPerson(
  caller: Caller,
  person: Pick<Person, "id" | "belongings">,
  action: RecordAction,
): AccessRefusal | undefined {
  const unitIds = answeringUnits(person, dayOf(caller.at));
  return refusalFor(caller, { personId: person.id, unitIds }, action);
}

export function refusalForUnit(caller: Caller, unitId: UnitId, action: RecordAction): AccessRefusal | undefined {
  return refusalFor(caller, { personId: null, unitIds: [unitId] }, action);
}

function refusalFor(
  { scope }: Caller,
  subject: Parameters<typeof decideRecord>[1]["subject"],
  action: RecordAction,
): AccessRefusal | undefined {
  switch (decideRecord(scope.records, { subject, action })) {
    case "allowed":
      return undefined;
    case "invisible":
      return { code: "not-found" };
    case "forbidden":
      return { code: "forbidden", action };
    case "read-only":
      return { code: "read-only" };
  }
}
