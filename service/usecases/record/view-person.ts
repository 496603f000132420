import { dayOf } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import { stageOn } from "#core/people/person/stage-on.ts";
import { allFields } from "#core/people/roster/roster-lists.ts";
import { personRecord } from "#core/people/record-name.ts";
import type { PersonCard } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { findingView } from "./check/finding-view.ts";
import { findingsOfPeople } from "./check/check-people.ts";
import { permitPerson } from "./permit-person.ts";
import { refusalForPerson } from "./record-access.ts";
import { codesOf } from "./roster/shown-facts.ts";
import { subjectsOf } from "./roster/load-subjects.ts";
import { personRow } from "./roster/view-roster.ts";

type CardServices = Pick<Services, "store" | "catalogue" | "procedureRules" | "recordChecks">;

/** One person's whole record: every field, masked, with what it holds by date. Everybody may read his own. */
export async function viewPerson(
  services: CardServices,
  caller: Caller,
  personId: string,
): Promise<Result<PersonCard, AnyRefusal>> {
  return await services.store.read(async (tx): Promise<Result<PersonCard, AnyRefusal>> => {
    const permitted = await permitPerson(tx, caller, { id: personId, action: "read" });
    if (!permitted.ok) return permitted;
    const person = permitted.value;
    const day = dayOf(caller.at);
    const units = new Map((await tx.units.all()).map((unit) => [unit.id, unit.name]));
    const nameOf = (id: (typeof person.belongings)[number]["unitId"]): string => units.get(id) ?? "";
    const [subject] = await subjectsOf(tx, services, { people: [person], day, nameOf });
    const fields = allFields("person", services.catalogue, day);
    const found = await findingsOfPeople(tx, services, { subjects: subject ? [subject] : [], day });
    const merged = await tx.people.mergedFrom(person.id);
    return ok({
      row: personRow(subject ?? { person, facts: person.facts, unitId: null, more: {} }, fields),
      kind: "person",
      name: person.facts["name"] ?? "",
      stage: stageOn(person, day),
      mayWork: refusalForPerson(caller, person, "work") === undefined,
      lists: person.lists,
      belongings: person.belongings
        .filter(({ from, until }) => until === null || from < until)
        .map(({ unitId, kind, from, until }) => ({ unitName: nameOf(unitId), kind, from, until })),
      mergedFrom: merged.map(personRecord),
      fields,
      codes: codesOf(fields, services.catalogue),
      findings: found.map((one) => findingView(one, services.recordChecks)),
    });
  });
}
