import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { parseField, type FieldInput } from "#core/people/field/parse-field.ts";
import { newPerson } from "#core/people/person/new-person.ts";
import type { Person } from "#core/people/person/person.ts";
import { personRecord } from "#core/people/record-name.ts";
import type { NewPersonAnswer } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { refusalForUnit } from "./record-access.ts";
import { writePeople } from "./write-people.ts";

export interface AskedNewPerson {
  readonly unitId: string;
  readonly kind: "member" | "applicant";
  readonly from: string;
  readonly fields: Readonly<Record<string, FieldInput>>;
  readonly reason?: string | undefined;
}

type MakeServices = Pick<Services, "store" | "catalogue" | "random">;
type Problem = Extract<NewPersonAnswer, { result: "refused" }>["problems"][number];

/** The house writes codes of the present edition. */
const OWN_EDITION = "2006";

/** A new person by form (M1): every field's problem at once; an ID number that is known already is refused (M3). */
export async function makePerson(
  services: MakeServices,
  caller: Caller,
  asked: AskedNewPerson,
): Promise<Result<NewPersonAnswer, AnyRefusal>> {
  const unitId = toId<UnitId>(asked.unitId);
  const refusal = refusalForUnit(caller, unitId, "work");
  if (refusal) return refuse(refusal);
  if (caller.organisation.units.get(unitId)?.kind !== "branch") return refuse({ code: "unit-takes-no-members" });
  const built = buildNewPerson(services, caller, asked);
  if (!built.ok) return ok({ result: "refused", problems: built.problems });
  const { person } = built;
  return await writeOrRollBack<NewPersonAnswer, AnyRefusal>(services.store, async (tx) => {
    const { catalogue } = services;
    const writes = [{ before: null, after: person, reason: asked.reason ?? "" }];
    const { doubled } = await writePeople(tx, { caller, catalogue, action: "new", writes });
    if (doubled.size > 0) return refuse({ code: "id-number-known" });
    return ok({ result: "made", record: personRecord(person.id) });
  });
}

export type BuiltPerson =
  { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What was typed as a record, or every field's problem; writes nothing. */
export function buildNewPerson(
  { catalogue, random }: Pick<MakeServices, "catalogue" | "random">,
  caller: Caller,
  asked: AskedNewPerson,
): BuiltPerson {
  const today = dayOf(caller.at);
  const problems: Problem[] = [];
  const facts: Record<string, string> = {};
  for (const [field, value] of Object.entries(asked.fields)) {
    const address = catalogue.byKey("person", field);
    if (!address) {
      problems.push({ field, refusal: { code: "unknown-field" } });
      continue;
    }
    const parsed = parseField(address.definition, value, { catalogue, today, edition: OWN_EDITION });
    if (!parsed.ok) problems.push({ field, refusal: parsed.refusal });
    else if (parsed.value !== "") facts[field] = parsed.value;
  }
  if (facts["name"] === undefined && !problems.some(({ field }) => field === "name"))
    problems.push({ field: "name", refusal: { code: "person-needs" } });
  const belonging = {
    id: toId<PostId>(random.id("belonging")),
    unitId: toId<UnitId>(asked.unitId),
    kind: asked.kind,
    from: asked.from as Day,
    until: null,
  };
  const made = newPerson(facts, { id: toId<PersonId>(random.id("person")), belonging, today, catalogue });
  if (!made.ok) problems.push(...made.problems);
  return made.ok && problems.length === 0 ? { ok: true, person: made.person } : { ok: false, problems };
}
