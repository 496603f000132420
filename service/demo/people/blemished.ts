import { addDays, addYears, daysBetween } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";

interface Blemish {
  readonly every: number;
  readonly applies: (facts: Facts) => boolean;
  readonly change: (facts: Facts, today: Day) => Facts;
}

const isMember = (facts: Facts): boolean => facts["joinedOn"] !== undefined;
const without = (facts: Facts, key: string): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([each]) => each !== key));

/** What real records suffer from, so that a demo has something to find, to explain and to mend. */
const BLEMISHES: readonly Blemish[] = [
  { every: 31, applies: isMember, change: (facts) => without(facts, "introducers") },
  { every: 199, applies: isMember, change: (facts) => without(facts, "occupationFrom") },
  { every: 167, applies: isMember, change: (facts) => ({ ...facts, joinKind: facts["joinKind"] === "1" ? "2" : "1" }) },
  { every: 23, applies: isProbationary, change: conversionOverdue },
  {
    every: 53,
    applies: isMember,
    change: (facts, today) => ({ ...facts, hardship: "1", hardshipSince: addDays(today, -670) }),
  },
  {
    every: 397,
    applies: isMember,
    change: (facts, today) => ({
      ...facts,
      abroad: "1",
      abroadKind: "13",
      abroadTo: "1",
      abroadCountry: "德国",
      abroadSince: addDays(today, -400),
    }),
  },
  {
    every: 331,
    applies: isMember,
    change: (facts, today) => ({
      ...facts,
      lost: "1",
      lostSince: addDays(today, -500),
      lostWhy: "1",
      keeper: "支部组织委员",
    }),
  },
];

export function blemished(facts: Facts, { serial, today }: { readonly serial: number; readonly today: Day }): Facts {
  return BLEMISHES.reduce(
    (changed, { every, applies, change }) =>
      serial % every === every - 1 && applies(changed) ? change(changed, today) : changed,
    facts,
  );
}

function isProbationary(facts: Facts): boolean {
  return isMember(facts) && facts["convertedOn"] === undefined;
}

const WAY_IN = ["appliedOn", "activistOn", "candidateOn", "trainingOn", "joinedOn", "meetingOn", "approvedOn"];

/** Admitted fourteen months ago and not discussed since: the whole way in lies earlier, unless he was too young then. */
function conversionOverdue(facts: Facts, today: Day): Facts {
  const days = daysBetween(facts["joinedOn"] as Day, addDays(today, -425));
  const earlier = WAY_IN.map((key) => [key, addDays(facts[key] as Day, days)] as const);
  const moved: Facts = { ...facts, ...Object.fromEntries(earlier) };
  return (moved["appliedOn"] ?? "") >= addYears(facts["birthDate"] as Day, 18) ? moved : facts;
}
