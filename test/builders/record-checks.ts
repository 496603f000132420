import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { CheckContext, UnitCase } from "#core/people/check/check-context.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";
import { aBelonging } from "./person.ts";

/** A record with everything its stage asks for, about which no check has anything to say on 2026-11-22. */
const WHOLE: Facts = {
  name: "王建国",
  sex: "1",
  ethnic: "01",
  birthDate: "2000-01-02",
  idNumber: "110105200001022316",
  nativePlace: "上海",
  mobile: "13900000001",
  education: "21",
  occupation: "13",
  occupationFrom: "2022-07-01",
  frontline: "3",
  newStratum: "0",
  cultivators: "李四、王五",
  introducers: "李四、王五",
  duesKind: "1",
  duesBase: "9000.00",
  duesMonthly: "135.00",
};

const STEPS: readonly (readonly [Stage, Facts])[] = [
  ["applicant", { appliedOn: "2021-03-01" }],
  ["activist", { activistOn: "2021-10-01" }],
  ["candidate", { candidateOn: "2023-03-01", trainingKind: "1", trainingOn: "2023-04-10", trainingResult: "1" }],
  [
    "probationary",
    {
      joinedOn: "2025-12-01",
      meetingOn: "2025-12-01",
      approvedOn: "2026-01-10",
      joinKind: "1",
      bookNumber: "ZG2025-0001",
    },
  ],
  [
    "full",
    {
      joinedOn: "2024-06-01",
      meetingOn: "2024-06-01",
      approvedOn: "2024-07-10",
      convertedOn: "2025-06-01",
      conversionResult: "1",
    },
  ],
];

export function aWholePerson(
  given: { readonly stage?: Stage; readonly facts?: Facts; readonly id?: string } = {},
): Person {
  const { stage = "full", facts = {}, id = "per_1" } = given;
  const all: Record<string, string> = { ...WHOLE };
  for (const [reached, dates] of STEPS) {
    Object.assign(all, dates);
    if (reached === stage) break;
  }
  const kind = stage === "probationary" || stage === "full" ? "member" : "applicant";
  return {
    id: toId<PersonId>(id),
    facts: Object.fromEntries(Object.entries({ ...all, ...facts }).filter(([, value]) => value !== "")),
    lists: {},
    revisions: {},
    belongings: [aBelonging({ kind, from: "2021-03-01" })],
    version: 1,
  };
}

export function aCheckContext(given: Partial<CheckContext> = {}): CheckContext {
  return {
    day: "2026-11-22" as Day,
    period: { from: "2026-01-01" as Day, until: "2026-12-31" as Day },
    doubled: { idNumber: new Set(), bookNumber: new Set() },
    unpaidMonths: new Map(),
    overdueLetters: new Map(),
    ...given,
  };
}

/** A branch of twenty with everything a unit's record asks for. */
export function aWholeUnit(
  given: { readonly facts?: Facts; readonly about?: Partial<UnitCase["about"]> } = {},
): UnitCase {
  const facts: Facts = {
    code: "jgdzb",
    name: "机关党支部",
    shortName: "机关党支部",
    kind: "branch",
    foundedOn: "2010-01-01",
    secretary: "per_1",
    committeeSize: "3",
    electedOn: "2024-05-01",
    electionTerm: "3",
    electionDue: "2027-05-01",
    unitRelation: "3",
    nature: "30",
    institutionKind: "03",
    ...given.facts,
  };
  return {
    id: toId<UnitId>("b1"),
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== "")),
    day: "2026-11-22" as Day,
    about: { leaders: 3, members: 20, fullMembers: 18, superiorCreditCode: "", secretaryHere: true, ...given.about },
  };
}
