import { subjectFacts } from "../question/computed-facts.ts";
import { personRecord, unitRecord } from "../record-name.ts";
import { reachedStage } from "../procedure/reached-stage.ts";
import type { FieldDefinition } from "../field/field.ts";
import type { Facts } from "../person/facts.ts";
import type { Person } from "../person/person.ts";
import type { RecordChecks } from "./build-record-checks.ts";
import type { CheckContext, Said, UnitCase } from "./check-context.ts";
import { editionOf } from "./compare-dates.ts";
import type { CheckDefinition, Finding } from "./record-check.ts";

/** All findings of one person on a day. His sensitive facts are opened; the findings hold none of them. */
export function checkPerson(person: Person, context: CheckContext, checks: RecordChecks): readonly Finding[] {
  const { tools, ofPeople } = checks;
  const { joinedOn = "" } = person.facts;
  const probationMonths = joinedOn === "" ? 0 : editionOf(tools.rules.probation, joinedOn).months;
  const more = context.more?.get(person.id) ?? {};
  const facts = subjectFacts(person, context.day, { lists: tools.lists, probationMonths, more });
  const standing = reachedStage(person, context.day);
  const findings: Finding[] = [];
  for (const { definition, say } of ofPeople[standing]) {
    const said = say({ person, facts, standing, context });
    if (said)
      findings.push(
        finding(definition, { record: personRecord(person.id), facts, said, fields: tools.catalogue.person }),
      );
  }
  return findings;
}

export function checkUnit(unit: UnitCase, checks: RecordChecks): readonly Finding[] {
  const { tools, ofUnits } = checks;
  return ofUnits.flatMap(({ definition, say }) => {
    const said = say(unit);
    if (!said) return [];
    return [
      finding(definition, { record: unitRecord(unit.id), facts: unit.facts, said, fields: tools.catalogue.unit }),
    ];
  });
}

interface Found {
  readonly record: string;
  readonly facts: Facts;
  readonly said: NonNullable<Said>;
  readonly fields: readonly FieldDefinition[];
}

function finding({ code, severity, fields }: CheckDefinition, found: Found): Finding {
  const facts: Record<string, string> = { ...found.said };
  for (const key of fields) {
    const isSensitive = found.fields.some((field) => field.key === key && field.sensitive === true);
    const value = found.facts[key] ?? "";
    if (!isSensitive && value !== "") facts[key] ??= value;
  }
  // What is missing, or known to the month only, is said of each of these cells.
  const named = facts["missing"] ?? facts["which"];
  return {
    check: code,
    severity,
    record: found.record,
    fields: named === undefined ? fields : named.split(","),
    facts,
  };
}
