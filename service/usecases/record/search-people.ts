import type { UnitId } from "#core/kernel/ids.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { parseField } from "#core/people/field/parse-field.ts";
import { maskIdNumber } from "#core/people/field/mask.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Person } from "#core/people/person/person.ts";
import { belongsOn, stageOn } from "#core/people/person/stage-on.ts";
import { personRecord } from "#core/people/record-name.ts";
import type { FoundPerson, SearchAnswer } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { refusalForPerson } from "./record-access.ts";

export interface AskedPerson {
  readonly idNumber?: string | undefined;
  readonly name?: string | undefined;
  readonly mobile?: string | undefined;
}

const MOST_FOUND = 50;
const NOTHING_ASKED: AnyRefusal = { code: "bad-request", problems: [{ path: "", message: "empty" }] };

/**
 * By exact ID number, mobile or name, within the caller's own records. Elsewhere only who gives exact ID number and name
 * learns that there is a record, and where (M3). Every search is logged, never what was searched for.
 */
export async function searchPeople(
  { store, catalogue }: Pick<Services, "store" | "catalogue">,
  caller: Caller,
  asked: AskedPerson,
): Promise<Result<SearchAnswer, AnyRefusal>> {
  const today = dayOf(caller.at);
  const wanted = parseAsked(catalogue, asked, today);
  if (!wanted.ok) return wanted;
  const parsed = wanted.value;
  return await store.write(async (tx): Promise<Result<SearchAnswer, AnyRefusal>> => {
    const people = (await candidates(tx, parsed)).filter(({ facts }) => agrees(facts, parsed));
    const own = people.filter((person) => refusalForPerson(caller, person, "read") === undefined);
    const isExact = Boolean(parsed["idNumber"]) && Boolean(parsed["name"]);
    const stranger = isExact ? people.find((person) => !own.includes(person)) : undefined;
    const nameOf = await unitNames(tx);
    const why = `${Object.keys(parsed).join("+")}: ${String(own.length)}${stranger ? ", elsewhere" : ""}`;
    const record = stranger ? personRecord(stranger.id) : "people";
    tx.record(auditEntry(caller, { action: "search", record, why }));
    return ok({
      people: own.slice(0, MOST_FOUND).map((person) => foundPerson(person, today, nameOf)),
      elsewhere: stranger ? whereIs(stranger, today, nameOf) : null,
    });
  });
}

/** By field key; at least one of the three. */
function parseAsked(
  catalogue: FieldCatalogue,
  asked: AskedPerson,
  today: Day,
): Result<Readonly<Record<string, string>>, AnyRefusal> {
  const parsed: Record<string, string> = {};
  for (const [key, text = ""] of Object.entries<string | undefined>({ ...asked })) {
    const address = catalogue.byKey("person", key);
    if (text.trim() === "" || !address) continue;
    const value = parseField(address.definition, text, { catalogue, today });
    if (!value.ok) return value;
    parsed[key] = value.value;
  }
  return Object.keys(parsed).length === 0 ? refuse(NOTHING_ASKED) : ok(parsed);
}

async function candidates(tx: StoreReads, { idNumber, mobile, name }: AskedPerson): Promise<readonly Person[]> {
  if (idNumber) return await tx.people.byIds([...(await tx.people.withIdNumbers([idNumber])).values()]);
  if (mobile) return await tx.people.byIds([...(await tx.people.withMobile(mobile))]);
  return name ? await tx.people.named([name]) : [];
}

function agrees(facts: Person["facts"], asked: Readonly<Record<string, string>>): boolean {
  return Object.entries(asked).every(([key, value]) => facts[key] === value);
}

export type UnitNameOf = (unitId: UnitId) => string;

export async function unitNames(tx: StoreReads): Promise<UnitNameOf> {
  const names = new Map((await tx.units.all()).map(({ id, name }) => [id, name]));
  return (unitId) => names.get(unitId) ?? "";
}

export function foundPerson(person: Person, day: Day, nameOf: UnitNameOf): FoundPerson {
  const { name = "", idNumber = "", birthDate = "" } = person.facts;
  const [unitId] = answeringUnits(person, day);
  return {
    record: personRecord(person.id),
    name,
    idNumber: maskIdNumber(idNumber),
    birthDate,
    unitName: unitId ? nameOf(unitId) : "",
    stage: stageOn(person, day),
  };
}

function whereIs(person: Person, day: Day, nameOf: UnitNameOf): NonNullable<SearchAnswer["elsewhere"]> {
  const [unitId] = answeringUnits(person, day);
  return { unitName: unitId ? nameOf(unitId) : "", left: belongsOn(person, day).length === 0 };
}
