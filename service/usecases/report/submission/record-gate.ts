/** What the gate asks of the records behind a report (R7). */
import { addMonths } from "#core/kernel/day-arithmetic.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import { addUp, requirementOf, type Requirement } from "#core/people/check/required-fields.ts";
import { personRecord, unitRecord } from "#core/people/record-name.ts";
import { inForceOn, isOverdue } from "#core/people/transfer/transfer-rules.ts";
import { OPEN_STATES } from "#core/people/transfer/transfer.ts";
import { mayBeMissing, type GateFact, type GatePlace, type GateQuestion } from "#core/report/gate/gate.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { CheckServices } from "#service/usecases/record/check/check-services.ts";
import { findingView } from "#service/usecases/record/check/finding-view.ts";
import type { CheckedPerson } from "#service/usecases/record/check/findings-cache.ts";
import type { FoundFinding } from "#service/usecases/record/check/found-finding.ts";
import { findingsAmong, peopleOf } from "#service/usecases/record/check/load-findings.ts";
import type { SupposedRecord } from "#service/usecases/record/check/supposed-people.ts";
import { loadUnitFacts } from "#service/usecases/record/roster/load-unit-facts.ts";
import type { UnitScope } from "#service/usecases/record/unit-scope.ts";

type Facts<What extends GateQuestion> = Readonly<Record<What, GateFact>>;
type Asked = {
  readonly caller: Caller;
  readonly scope: UnitScope;
  /** A record as it would be (R12). */
  readonly supposed?: SupposedRecord | undefined;
};

export async function recordGate(
  tx: StoreReads,
  services: CheckServices,
  { caller, scope, supposed }: Asked,
): Promise<
  Facts<"required-fields" | "record-errors" | "record-explains" | "overdue-transfers" | "overdue-conversions">
> {
  const people = await peopleOf(tx, services, { scope, supposed });
  // All of it before the next wait: what is kept may be renewed meanwhile.
  const overdue = overdueConversions(people, services, scope);
  const required = requiredOfPeople(people);
  const findings = await findingsAmong(tx, services, { caller, scope, supposed, people });
  const units = await requiredOfUnits(tx, services, { caller, scope, supposed });
  return {
    "required-fields": requiredFact([...required, ...units], services),
    ...findingFacts(findings, services),
    "overdue-transfers": await overdueTransfers(tx, scope),
    "overdue-conversions": overdue,
  };
}

interface Named {
  readonly record: string;
  readonly name: string;
  readonly requirement: Requirement;
}

function requiredOfPeople(people: ReadonlyMap<PersonId, CheckedPerson>): readonly Named[] {
  return [...people].map(([id, { name, requirement }]) => ({ record: personRecord(id), name, requirement }));
}

async function requiredOfUnits(tx: StoreReads, services: CheckServices, asked: Asked): Promise<readonly Named[]> {
  const { requirements } = services.recordChecks.tools;
  const instead = asked.supposed?.kind === "unit" ? asked.supposed.after : undefined;
  return (await loadUnitFacts(tx, asked.caller, { ...asked.scope, instead })).map(({ unit, facts }) => ({
    record: unitRecord(unit.id),
    name: unit.name,
    requirement: requirementOf(facts, requirements.ofUnit),
  }));
}

function requiredFact(all: readonly Named[], { catalogue, recordChecks }: CheckServices): GateFact {
  const { required, maintained } = addUp(all.map(({ requirement }) => requirement));
  const labels = new Map([...catalogue.person, ...catalogue.unit].map(({ key, label }) => [key, label.zh]));
  const open = all
    .filter(({ requirement }) => requirement.missing.length > 0)
    .toSorted((a, b) => b.requirement.missing.length - a.requirement.missing.length)
    .map(({ record, name, requirement }): GatePlace => {
      const fields = requirement.missing.map((key) => labels.get(key) ?? key);
      return { kind: "record", key: record, label: `${name}：${fields.join("、")}` };
    });
  const mayStayOpen = mayBeMissing(required, recordChecks.tools.rules.requiredLine);
  return { of: required, open, missing: required - maintained, mayStayOpen };
}

function findingFacts(
  findings: readonly FoundFinding[],
  { recordChecks }: CheckServices,
): Facts<"record-errors" | "record-explains"> {
  const placed = (found: FoundFinding): GatePlace => {
    const { record, name, text } = findingView(found, recordChecks);
    return { kind: "record", key: record, label: `${name}：${text.zh}` };
  };
  const of = (severity: "error" | "explain") => findings.filter(({ finding }) => finding.severity === severity);
  const [errors, explains] = [of("error"), of("explain")];
  const unexplained = explains.filter(({ explanation }) => explanation === null);
  return {
    "record-errors": { of: errors.length, open: errors.map(placed) },
    "record-explains": { of: explains.length, open: unexplained.map(placed) },
  };
}

/** Letters on their way, out of or into one of these units, that nobody took in in time (M12). As of today: the reminder is today's. */
async function overdueTransfers(tx: StoreReads, { units, today }: UnitScope): Promise<GateFact> {
  const query = { units: [...units.keys()], side: "both", states: OPEN_STATES, most: MOST_LETTERS } as const;
  const letters = await tx.procedures.transfers(query);
  const overdue = letters.filter((letter) => isOverdue(letter, today));
  const names = await tx.organisation.namesOf(overdue.map(({ personId }) => personId));
  const open = overdue.map(({ id, personId }): GatePlace => ({
    kind: "letter",
    key: id,
    label: names.get(personId) ?? "",
  }));
  return { of: letters.length, open };
}

const MOST_LETTERS = 100_000;

/** Probations that ended, and whose result was not approved within the ordinary time (M10). */
function overdueConversions(
  people: ReadonlyMap<PersonId, CheckedPerson>,
  { procedureRules }: Pick<CheckServices, "procedureRules">,
  { today }: Pick<UnitScope, "today">,
): GateFact {
  const { approvalMonths } = inForceOn(procedureRules.conversion, today);
  const ended = [...people].flatMap(([id, { name, probationEnds }]) =>
    probationEnds !== null && probationEnds <= today
      ? [{ id, name, until: addMonths(probationEnds, approvalMonths.ordinary) }]
      : [],
  );
  const overdue = ended.filter(({ until }) => until < today);
  const open = overdue.map(({ id, name }): GatePlace => ({ kind: "record", key: personRecord(id), label: name }));
  return { of: ended.length, open };
}
