import type { FieldCatalogue } from "../field/field-catalogue.ts";
import { listFieldsOf } from "../person/dated-entries.ts";
import type { Facts } from "../person/facts.ts";
import type { ProcedureRules } from "../procedure/procedure-rules.ts";
import { predicateOf } from "../question/answer.ts";
import { parseQuestion } from "../question/parse-question.ts";
import { vocabularyOf } from "../question/vocabulary.ts";
import type { CheckTools, PersonCase, Said, UnitCase } from "./check-context.ts";
import * as development from "./development-conditions.ts";
import * as identity from "./identity-conditions.ts";
import * as membership from "./membership-conditions.ts";
import type { CheckDefinition, Standing } from "./record-check.ts";
import type { RecordRules } from "./record-rules.ts";
import { requirementsOf } from "./required-fields.ts";
import * as units from "./unit-conditions.ts";

export interface BoundCheck<Case> {
  readonly definition: CheckDefinition;
  readonly say: (one: Case) => Said;
}

/** The catalogue of checks made ready: built once, then asked of any number of records. */
export interface RecordChecks {
  readonly definitions: readonly CheckDefinition[];
  readonly byCode: ReadonlyMap<string, CheckDefinition>;
  readonly tools: CheckTools;
  readonly ofPeople: Readonly<Record<Standing, readonly BoundCheck<PersonCase>[]>>;
  readonly ofUnits: readonly BoundCheck<UnitCase>[];
}

export interface CheckData {
  readonly checks: readonly CheckDefinition[];
  readonly rules: RecordRules;
  readonly procedures: ProcedureRules;
  readonly catalogue: FieldCatalogue;
}

/** @throws on a check that names an unknown condition, field or an unreadable question: a bug in the data. */
export function buildRecordChecks({ checks, rules, procedures, catalogue }: CheckData): RecordChecks {
  const requirements = requirementsOf(catalogue);
  const tools = { catalogue, rules, procedures, requirements, lists: listFieldsOf(catalogue.person) };
  for (const check of checks) ensureFields(check, catalogue);
  const people = checks.filter(({ scope }) => scope === "person");
  const bound = people.map((definition) => ({ definition, say: personCondition(definition, tools) }));
  const of = (standing: Standing) =>
    bound.filter(({ definition: { stages } }) => stages === undefined || stages.includes(standing));
  return {
    definitions: checks,
    byCode: new Map(checks.map((check) => [check.code, check])),
    tools,
    ofPeople: {
      none: of("none"),
      applicant: of("applicant"),
      activist: of("activist"),
      candidate: of("candidate"),
      probationary: of("probationary"),
      full: of("full"),
      left: of("left"),
    },
    ofUnits: checks
      .filter(({ scope }) => scope === "unit")
      .map((definition) => ({ definition, say: unitCondition(definition, tools) })),
  };
}

type Bind<Case> = (check: CheckDefinition, tools: CheckTools) => (one: Case) => Said;

/** Conditions of people that the language of questions cannot say. */
const PERSON: Readonly<Record<string, Bind<PersonCase>>> = {
  "id-number-wrong": () => identity.idNumberWrong,
  "birth-date-differs": () => identity.birthDateDiffers,
  "sex-differs": () => identity.sexDiffers,
  doubled: ({ params }) => identity.doubled(params?.["what"] === "bookNumber" ? "bookNumber" : "idNumber"),
  "too-young": ({ params }, tools) => identity.tooYoung(params?.["on"] ?? "", tools),
  "required-missing": (_, tools) => identity.requiredMissing(tools),
  "too-early": (check, tools) => development.tooEarly(apart(check), tools),
  "too-late": (check, tools) => development.tooLate(apart(check), tools),
  "join-kind-unusual": (_, tools) => development.joinKindUnusual(tools),
  untrained: (_, tools) => development.untrained(tools),
  "day-unknown": ({ fields }, tools) => development.dayUnknown(fields, tools),
  "converted-too-early": (_, tools) => development.convertedTooEarly(tools),
  "converted-late": (_, tools) => development.convertedLate(tools),
  "extension-wrong": (_, tools) => development.extensionWrong(tools),
  vanished: () => membership.vanished,
  "left-and-belongs": () => membership.leftAndBelongs,
  "kept-as": ({ params }) => membership.keptAs(params?.["kept"] ?? ""),
  "no-occupation": (_, tools) => membership.noOccupation(tools),
  "letter-overdue": () => membership.letterOverdue,
  "dues-unpaid": (_, tools) => membership.duesUnpaid(tools),
  "dues-differ": (_, tools) => membership.duesDiffer(tools),
};

const UNIT: Readonly<Record<string, Bind<UnitCase>>> = {
  "leaders-differ": () => units.leadersDiffer,
  "credit-code-of-superior": () => units.creditCodeOfSuperior,
  "term-differs": () => units.termDiffers,
  "too-few-members": (_, tools) => units.tooFewMembers(tools),
  "no-committee": (_, tools) => units.noCommittee(tools),
  "secretary-elsewhere": () => units.secretaryElsewhere,
  "required-missing": (_, tools) => units.unitRequiredMissing(tools),
};

function personCondition(check: CheckDefinition, tools: CheckTools): (one: PersonCase) => Said {
  if (check.condition === "where") {
    const holds = predicate(check, tools);
    return ({ facts, context }) => (holds({ facts, day: context.day }) ? {} : null);
  }
  return known(PERSON, check)(check, tools);
}

function unitCondition(check: CheckDefinition, tools: CheckTools): (one: UnitCase) => Said {
  if (check.condition === "where") {
    const holds = predicate(check, tools);
    return (one) => (holds(one) ? {} : null);
  }
  return known(UNIT, check)(check, tools);
}

function predicate(check: CheckDefinition, { catalogue }: CheckTools) {
  const condition = parseQuestion(check.params?.["where"] ?? "", vocabularyOf(catalogue, check.scope));
  if (condition.ok) return predicateOf(condition.value);
  const { at, problem } = condition.refusal;
  throw new Error(`check ${check.code} cannot be read at ${String(at)}: ${problem}`);
}

function known<Case>(table: Readonly<Record<string, Bind<Case>>>, check: CheckDefinition): Bind<Case> {
  const bind = table[check.condition];
  if (!bind) throw new Error(`check ${check.code} has an unknown condition: ${check.condition}`);
  return bind;
}

const MONTHS_RULES = ["applicantMonths", "activistMonths", "approvalMonths"] as const;

function apart({ code, params = {} }: CheckDefinition): development.Apart {
  const { earlier, later, rule }: Facts = params;
  if (earlier === undefined || later === undefined) throw new Error(`check ${code} needs two dates`);
  return { earlier, later, rule: MONTHS_RULES.find((name) => name === rule) ?? null };
}

function ensureFields({ code, scope, fields }: CheckDefinition, catalogue: FieldCatalogue): void {
  const unknown = fields.find((key) => catalogue.byKey(scope, key) === undefined);
  if (unknown !== undefined) throw new Error(`check ${code} names an unknown field: ${unknown}`);
}
