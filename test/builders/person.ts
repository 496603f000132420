import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts, Lists } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";

export interface GivenPerson {
  readonly id?: string;
  readonly stage?: Stage;
  readonly unit?: string;
  readonly since?: string;
  readonly facts?: Facts;
  readonly lists?: Lists;
}

const DATES: readonly (readonly [Stage, Facts])[] = [
  ["applicant", { appliedOn: "2022-03-01" }],
  ["activist", { activistOn: "2022-10-01" }],
  ["candidate", { candidateOn: "2024-03-01", trainingKind: "1", trainingOn: "2024-04-10", trainingResult: "1" }],
  ["probationary", { joinedOn: "2025-06-01", joinKind: "1", bookNumber: "ZG2025-0001" }],
  ["full", { convertedOn: "2026-06-01" }],
];

const STANDARD = { id: "per_1", stage: "full", unit: "b1", since: "2025-06-01", lists: {} } as const;

/** A person of that stage with everything a letter and the next step ask for; a test names only what matters to it. */
export function aPerson(given: GivenPerson = {}): Person {
  const { id, stage, unit, since, lists } = { ...STANDARD, ...given };
  const all: Record<string, string> = {
    name: "王建国",
    sex: "1",
    birthDate: "2000-01-02",
    idNumber: "110105200001022316",
    mobile: "13900000001",
  };
  for (const [reached, dates] of DATES) {
    Object.assign(all, dates);
    if (reached === stage) break;
  }
  Object.assign(all, given.facts);
  const isMember = stage === "probationary" || stage === "full";
  return {
    id: toId<PersonId>(id),
    facts: all,
    lists,
    revisions: {},
    belongings: [aBelonging({ unit, kind: isMember ? "member" : "applicant", from: since })],
    version: 1,
  };
}

export function aBelonging(given: {
  readonly id?: string;
  readonly unit?: string;
  readonly kind?: Belonging["kind"];
  readonly from?: string;
  readonly until?: string;
}): Belonging {
  return {
    id: toId<PostId>(given.id ?? "pos_1"),
    unitId: toId<UnitId>(given.unit ?? "b1"),
    kind: given.kind ?? "member",
    from: (given.from ?? "2025-06-01") as Day,
    until: (given.until ?? null) as Day | null,
  };
}
