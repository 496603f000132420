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

/**
 * Is he another office's by now? Whoever stood in a unit on another day is told of while its office still answers for him: records
 * tell what is known now, which is the business of who keeps him now (A9, A11). Who died in, or left, a unit that has ended since
 * is nobody else's: he stays where he was.
 */
export function isOthersNow(caller: Caller, person: Pick<Person, "id" | "belongings">): boolean {
  const { units } = caller.organisation;
  const isKept = answeringUnits(person, dayOf(caller.at)).some((id) => units.has(id));
  return isKept && refusalForPerson(caller, person, "read") !== undefined;
}

/** As above, of a unit; one that has ended stays where it was. */
export function isOthersUnitNow(caller: Caller, unitId: UnitId): boolean {
  return caller.organisation.units.has(unitId) && refusalForUnit(caller, unitId, "read") !== undefined;
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
