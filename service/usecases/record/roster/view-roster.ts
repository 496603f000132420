import { groupBy } from "#core/kernel/group-by.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { personRequirement } from "#core/people/check/required-fields.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";
import { columnsOfList, ROSTER_LISTS, type RosterList } from "#core/people/roster/roster-lists.ts";
import { revisionOf } from "#core/people/person/record-changes.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import { personRecord } from "#core/people/record-name.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerIssue } from "#core/sheet/ledger/ledger-view.ts";
import type { RosterFinding, RosterRow, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { findingView } from "../check/finding-view.ts";
import { findingsOfPeople } from "../check/check-people.ts";
import type { FoundFinding } from "../check/found-finding.ts";
import { unitScope } from "../unit-scope.ts";
import { loadSubjects, type RecordSubject } from "./load-subjects.ts";
import type { RowsOrder } from "./rows-order.ts";
import { codesOf, shownFacts } from "./shown-facts.ts";
import { unitRows } from "./unit-rows.ts";

export interface AskedRoster {
  readonly list: string;
  readonly unit: string;
  readonly on?: string | undefined;
  readonly filter?: string | undefined;
}

export type RosterServices = Pick<Services, "store" | "catalogue" | "procedureRules" | "recordChecks">;

/** A list of records as a sheet is drawn from it (M4): masked, with revisions; as of an earlier day nothing can be edited. */
export async function viewRoster(
  services: RosterServices,
  caller: Caller,
  asked: AskedRoster,
): Promise<Result<RosterView, AnyRefusal>> {
  const list = Object.hasOwn(ROSTER_LISTS, asked.list) ? ROSTER_LISTS[asked.list] : undefined;
  if (!list) return refuse({ code: "not-found" });
  return await services.store.read((tx) => rosterIn(tx, services, { caller, asked, list }));
}

interface RosterOrder {
  readonly caller: Caller;
  readonly asked: AskedRoster;
  readonly list: RosterList;
}

export async function rosterIn(
  tx: StoreReads,
  services: RosterServices,
  { caller, asked, list }: RosterOrder,
): Promise<Result<RosterView, AnyRefusal>> {
  const scope = await unitScope(tx, caller, asked);
  if (!scope.ok) return scope;
  const { catalogue } = services;
  const question = parseQuestion(asked.filter ?? "", vocabularyOf(catalogue, list.of));
  if (!question.ok) return question;
  const matches = predicateOf(question.value);
  const fields = columnsOfList(list, catalogue, scope.value.day);
  const order = { caller, scope: scope.value, list, fields, matches };
  const rows = list.of === "unit" ? await unitRows(tx, order) : await peopleRows(tx, services, order);
  const { unit, day } = scope.value;
  return ok({
    issue: await issueOf(tx, caller),
    ask: { list: asked.list, unitId: unit.id, on: asked.on ?? null, filter: asked.filter ?? "" },
    unitName: unit.name,
    on: day,
    fields,
    codes: codesOf(fields, catalogue),
    rows,
  });
}

async function peopleRows(
  tx: StoreReads,
  services: RosterServices,
  { caller, scope, list, fields, matches }: RowsOrder,
): Promise<readonly RosterRow[]> {
  const subjects = await loadSubjects(tx, services, { caller, scope, kinds: list.kinds });
  const { day } = scope;
  const standing = subjects.filter(({ facts }) => list.holds(facts, day) && matches({ facts, day }));
  const found = groupBy(
    await findingsOfPeople(tx, services, { subjects: standing, day }),
    ({ finding }) => finding.record,
  );
  const isPast = scope.day !== scope.today;
  const work = caller.scope.records.work;
  const rows = list.onlyFound ? standing.filter(({ person }) => found.has(personRecord(person.id))) : standing;
  return rows.map((subject) => {
    const locked = isPast || subject.unitId === null || !work.has(subject.unitId);
    const findings = found.get(personRecord(subject.person.id)) ?? [];
    return {
      ...personRow(subject, fields),
      missing: missingOf(subject, day, services),
      findings: findings.map((one) => rosterFinding(one, services.recordChecks)),
      ...(locked ? { locked } : {}),
    };
  });
}

/** Only the facts of the columns leave, the sensitive ones masked (A12). */
export function personRow({ person, facts }: RecordSubject, fields: readonly FieldDefinition[]): RosterRow {
  const revisions = Object.fromEntries(fields.map(({ key }) => [key, revisionOf(person, key)]));
  return { record: personRecord(person.id), facts: shownFacts(facts, fields), revisions };
}

/** Required on that day and empty (M2). */
function missingOf({ person, facts }: RecordSubject, day: Day, { recordChecks }: RosterServices): readonly string[] {
  return personRequirement({ person, facts, day }, recordChecks.tools.requirements).missing;
}

function rosterFinding(found: FoundFinding, checks: RosterServices["recordChecks"]): RosterFinding {
  const { field, severity, text, explanation } = findingView(found, checks);
  return explanation === undefined ? { field, severity, text } : { field, severity, text, explanation };
}

/** What a roster was made from and for whom (A13, W7). */
async function issueOf(tx: StoreReads, caller: Caller): Promise<LedgerIssue> {
  return {
    service: await tx.organisation.serviceId(),
    definition: "records v1",
    change: (await tx.audit.head()).number,
    issuedAt: caller.at,
    issuedTo: maskPhone(caller.account.name),
  };
}
