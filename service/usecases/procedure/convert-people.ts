import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import { convert, isDueForConversion, probationEnd, type ConversionNote } from "#core/people/conversion/convert.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { ConversionDue, ConvertAnswer, ConvertPeople, DueQuery } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { actOnPeople, type ActRow, type ProcedureServices } from "./act-on-people.ts";
import { noticesTo, parentOf, unitName } from "./unit/units-of-procedures.ts";

/** 需要转正的预备党员 (M10), computed for the day. */
export async function dueForConversion(
  { store, procedureRules }: ProcedureServices,
  { organisation, scope, at }: Caller,
  { unit, on }: DueQuery,
): Promise<Result<readonly ConversionDue[], AnyRefusal>> {
  const units = subtreeOf(organisation, toId<UnitId>(unit)).filter((id) => scope.records.read.has(id));
  if (units.length === 0) return refuse({ code: "not-found" });
  const day = on ?? dayOf(at);
  const rules = inForceOn(procedureRules.conversion, day);
  const members = await store.read((tx) => tx.people.inUnits({ units, on: day, kinds: ["member"], opened: false }));
  return ok(
    members
      .filter((person) => isDueForConversion(person, day, rules))
      .map((person) => ({
        ...{ personId: person.id, name: person.facts["name"] ?? "", joinedOn: person.facts["joinedOn"] ?? "" },
        unitName: unitName({ organisation }, belongingOn(person, day)?.unitId ?? null),
        dueOn: probationEnd(person, rules) ?? day,
        extended: (person.facts["probationUntil"] ?? "") !== "",
      }))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
  );
}

/** On time for many at once with one tick and a date; any other result with its note, which the superior is told (M10). */
export async function convertPeople(
  services: ProcedureServices,
  caller: Caller,
  { people, result, on, months, note, approvedOn }: ConvertPeople,
): Promise<Result<ConvertAnswer, AnyRefusal>> {
  const today = dayOf(caller.at);
  const rows = people.map((id): ActRow<readonly ConversionNote[]> => ({
    personId: toId<PersonId>(id),
    decide: (person) => {
      const rules = inForceOn(services.procedureRules.conversion, on ?? today);
      const when = on ?? probationEnd(person, rules) ?? today;
      const asked = { result, on: when, note, approvedOn, ...(months === undefined ? {} : { months }) };
      const converted = convert(person, asked, { today, rules });
      return converted.ok ? ok({ change: converted.value.change, extra: converted.value.notes }) : converted;
    },
  }));
  return await writeOrRollBack(services.store, async (tx): Promise<Result<ConvertAnswer, AnyRefusal>> => {
    const acted = await actOnPeople(tx, services, { caller, action: "convert", reason: note, rows });
    if (!acted.ok) return acted;
    const { done, refused } = acted.value;
    const told = result === "on-time" ? [] : done;
    await tx.procedures.addUnitNotices(
      told.flatMap(({ person }) => {
        const branch = belongingOn(person, today)?.unitId;
        const about = person.facts["name"] ?? "";
        const notice = { kind: `conversion-${result}`, record: `person:${person.id}`, about, reason: note };
        return noticesTo(services, caller, { ...notice, to: [branch === undefined ? null : parentOf(caller, branch)] });
      }),
    );
    return ok({ done: done.map(({ row, person, extra }) => ({ row, personId: person.id, notes: extra })), refused });
  });
}
