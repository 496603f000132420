import type { UnitId } from "#core/kernel/ids.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import {
  addUp,
  percentageOf,
  personRequirement,
  requirementOf,
  type Requirement,
} from "#core/people/check/required-fields.ts";
import { personRecord, unitRecord } from "#core/people/record-name.ts";
import type { RequiredPage, RequiredUnit } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { loadSubjects } from "../roster/load-subjects.ts";
import { loadUnitFacts } from "../roster/load-unit-facts.ts";
import { unitScope, type AskedUnit } from "../unit-scope.ts";
import type { CheckServices } from "./check-services.ts";

interface Asked {
  readonly record: string;
  readonly name: string;
  readonly unitId: UnitId;
  readonly requirement: Requirement;
}

/** The page per unit: how many of its required fields are maintained, and which are missing (M2). */
export async function listRequired(
  services: CheckServices,
  caller: Caller,
  asked: AskedUnit,
): Promise<Result<RequiredPage, AnyRefusal>> {
  const { requirements, rules } = services.recordChecks.tools;
  return await services.store.read(async (tx): Promise<Result<RequiredPage, AnyRefusal>> => {
    const scope = await unitScope(tx, caller, asked);
    if (!scope.ok) return scope;
    const asks = { caller, scope: scope.value, kinds: ["member", "applicant"] } as const;
    const subjects = await loadSubjects(tx, services, asks);
    const people = subjects.map(({ person, facts, unitId }): Asked => {
      const requirement = personRequirement({ person, facts, day: scope.value.day }, requirements);
      return {
        record: personRecord(person.id),
        name: facts["name"] ?? "",
        unitId: unitId ?? scope.value.unit.id,
        requirement,
      };
    });
    const units = (await loadUnitFacts(tx, caller, scope.value)).map(({ unit, facts }): Asked => {
      const requirement = requirementOf(facts, requirements.ofUnit);
      return { record: unitRecord(unit.id), name: unit.name, unitId: unit.id, requirement };
    });
    const all = [...people, ...units];
    const byUnit = groupBy(all, ({ unitId }) => unitId);
    const { unit } = scope.value;
    const lacking = all.filter(({ requirement }) => requirement.missing.length > 0);
    return ok({
      on: scope.value.day,
      line: rules.requiredLine,
      total: lineOf(unit.id, unit.name, all),
      units: [...scope.value.units.values()].map(({ id, name }) => lineOf(id, name, byUnit.get(id) ?? [])),
      missing: lacking.map(({ record, name, unitId, requirement }) => ({
        ...{ record, name, unitId },
        fields: requirement.missing,
      })),
      labels: labelsOf(services, lacking),
    });
  });
}

function lineOf(unitId: UnitId, unitName: string, asked: readonly Asked[]): RequiredUnit {
  const sum = addUp(asked.map(({ requirement }) => requirement));
  return { unitId, unitName, ...sum, percentage: percentageOf(sum) };
}

function labelsOf({ catalogue }: CheckServices, lacking: readonly Asked[]): RequiredPage["labels"] {
  const keys = new Set(lacking.flatMap(({ requirement }) => requirement.missing));
  return Object.fromEntries(
    [...catalogue.person, ...catalogue.unit].flatMap(({ key, label }) => (keys.has(key) ? [[key, label]] : [])),
  );
}
